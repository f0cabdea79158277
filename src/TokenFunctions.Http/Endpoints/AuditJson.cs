using System.Text.Json;
using TokenFunctions.Http.Audit;

namespace TokenFunctions.Http.Endpoints;

/// <summary>A part of the audit as it is answered: a list like all others, but for <c>next</c> in the place of a total,
/// which only reading everything would tell.</summary>
internal static class AuditJson
{
    public static void Write(Utf8JsonWriter writer, AuditPage page)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("data");
        writer.WriteStartArray("list");
        foreach (var entry in page.Entries) Write(writer, entry);
        writer.WriteEndArray();
        writer.WriteString("next", page.Next?.ToString());
        writer.WriteEndObject();
        writer.WriteString("success", "ok");
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, AuditEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteTime("at", entry.At);
        writer.WriteString("who", entry.Who);
        writer.WriteString("from", entry.From);
        writer.WriteString("action", entry.Deed.Action);
        writer.WriteString("realm", entry.Deed.Realm);
        writer.WriteString("key", entry.Deed.Key);
        writer.WriteString("subject", entry.Deed.Subject);
        writer.WriteString("result", entry.Result);
        writer.WriteNumber("count", entry.Count);
        writer.WriteEndObject();
    }
}
