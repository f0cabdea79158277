using System.Text.Json;
using TokenFunctions.Realms;

namespace TokenFunctions.Client.Snapshots;

/// <summary>How a token is put on a request, in a snapshot: without it a token could not be used during an
/// outage.</summary>
internal static class SnapshotAttach
{
    public static void Write(Utf8JsonWriter writer, AttachRule attach)
    {
        writer.WriteStartObject("attach");
        writer.WriteString("place", attach.Place);
        writer.WriteString("name", attach.Name);
        writer.WriteString("prefix", attach.Prefix);
        WriteTexts(writer, "hosts", attach.Hosts);
        WriteTexts(writer, "code_paths", attach.CodePaths);
        writer.WriteStartArray("dead");
        foreach (var rule in attach.Dead) WriteDead(writer, rule);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static AttachRule Read(JsonElement attach) => new()
    {
        Place = attach.GetProperty("place").GetString()!,
        Name = attach.GetProperty("name").GetString()!,
        Prefix = attach.GetProperty("prefix").GetString()!,
        Hosts = Texts(attach.GetProperty("hosts")),
        CodePaths = Texts(attach.GetProperty("code_paths")),
        Dead = [.. attach.GetProperty("dead").EnumerateArray().Select(ReadDead)],
    };

    private static void WriteDead(Utf8JsonWriter writer, DeadRule rule)
    {
        writer.WriteStartObject();
        if (rule.Statuses is { } statuses)
        {
            writer.WriteStartArray("statuses");
            foreach (var status in statuses) writer.WriteNumberValue(status);
            writer.WriteEndArray();
        }

        if (rule.Codes is { } codes) WriteTexts(writer, "codes", codes);
        writer.WriteEndObject();
    }

    private static DeadRule ReadDead(JsonElement rule) => new(
        rule.TryGetProperty("statuses", out var statuses)
            ? [.. statuses.EnumerateArray().Select(status => status.GetInt32())]
            : null,
        rule.TryGetProperty("codes", out var codes) ? Texts(codes) : null);

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static string[] Texts(JsonElement texts) =>
        [.. texts.EnumerateArray().Select(text => text.GetString()!)];
}
