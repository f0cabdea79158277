using System.Text.Json;

namespace TokenFunctions.Realms;

/// <summary>How a token is put on a request, as the service's answers and a client's snapshot carry it.</summary>
public static class AttachJson
{
    /// <summary>Writes it as an object.</summary>
    /// <param name="writer">Where the value is due.</param>
    /// <param name="attach">What the realm says.</param>
    public static void Write(Utf8JsonWriter writer, AttachRule attach)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(attach);
        writer.WriteStartObject();
        writer.WriteString("place", attach.Place);
        writer.WriteString("name", attach.Name);
        writer.WriteString("prefix", attach.Prefix);
        WriteTexts(writer, "hosts", attach.Hosts);
        writer.WriteStartArray("dead");
        foreach (var rule in attach.Dead) WriteDead(writer, rule);
        writer.WriteEndArray();
        WriteTexts(writer, "code_path", attach.CodePaths);
        writer.WriteEndObject();
    }

    private static void WriteDead(Utf8JsonWriter writer, DeadRule rule)
    {
        writer.WriteStartObject();
        if (rule.Statuses is { } statuses)
        {
            writer.WriteStartArray("status");
            foreach (var status in statuses) writer.WriteNumberValue(status);
            writer.WriteEndArray();
        }

        if (rule.Codes is { } codes) WriteTexts(writer, "code", codes);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
