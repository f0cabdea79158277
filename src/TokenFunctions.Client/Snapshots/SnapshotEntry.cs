using System.Text.Json;
using TokenFunctions.Client.Remote;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Snapshots;

/// <summary>One answer with a token in a snapshot.</summary>
internal static class SnapshotEntry
{
    public static void Write(Utf8JsonWriter writer, TokenResult answer, TimeSpan ahead)
    {
        var token = answer.Token!;
        writer.WriteStartObject();
        writer.WriteString("realm", token.Key.Realm);
        writer.WriteString("key", token.Key.Key);
        token.Value.WriteUtf8(writer, "value");
        writer.WriteString("type", token.Type);
        writer.WriteNumber("generation", token.Generation);
        writer.WriteString("issued_at", token.IssuedAt - ahead);
        WriteTime(writer, "expires_at", token.ExpiresAt - ahead);
        WriteTime(writer, "due_at", answer.DueAt - ahead);
        WriteTime(writer, "dead_at", answer.DeadAt - ahead);
        writer.WriteStartObject("extra");
        foreach (var (name, value) in token.Extra)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
        if (answer.Attach is { } attach)
        {
            writer.WritePropertyName("attach");
            AttachJson.Write(writer, attach);
        }

        writer.WriteEndObject();
    }

    public static TokenResult Read(JsonElement entry)
    {
        var token = new Token
        {
            Key = new TokenKey(Text(entry, "realm"), Text(entry, "key")),
            Value = SecretJson.Read(entry.GetProperty("value")),
            Type = Text(entry, "type"),
            Generation = entry.GetProperty("generation").GetInt64(),
            IssuedAt = entry.GetProperty("issued_at").GetDateTimeOffset(),
            ExpiresAt = Time(entry, "expires_at"),
            Extra = entry.GetProperty("extra").EnumerateObject()
                .ToDictionary(e => e.Name, e => e.Value.Clone(), StringComparer.Ordinal),
        };
        return TokenResult.Of(token) with
        {
            DueAt = Time(entry, "due_at"),
            DeadAt = Time(entry, "dead_at"),
            Attach = entry.TryGetProperty("attach", out var attach) ? AttachAnswer.Read(attach) : null,
        };
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } set) writer.WriteString(name, set);
        else writer.WriteNull(name);
    }

    private static string Text(JsonElement entry, string name) =>
        entry.GetProperty(name).GetString() ?? throw new FormatException($"There is no {name}.");

    private static DateTimeOffset? Time(JsonElement entry, string name) =>
        entry.GetProperty(name) is { ValueKind: not JsonValueKind.Null } time ? time.GetDateTimeOffset() : null;
}
