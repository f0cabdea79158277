using System.Text.Json;
using TokenFunctions.Resealing;
using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Http.Endpoints;

/// <summary>The sealing keys and the pass that seals again, as they are answered. Ids of keys are not
/// confidential.</summary>
internal static class SealingJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<SealingKey> ring, ResealPass? pass)
    {
        writer.WriteStartObject();
        writer.WriteString("active_key", ring[0].Id);
        WriteKeys(writer, ring, pass?.LastRound);
        if (pass is null) writer.WriteNull("pass");
        else WritePass(writer, pass);
        writer.WriteEndObject();
    }

    // What lies under an id that the ring does not have cannot be opened, so it is shown too.
    private static void WriteKeys(Utf8JsonWriter writer, IReadOnlyList<SealingKey> ring, ResealCounts? last)
    {
        var known = ring.Select(key => key.Id).ToList();
        var unknown = (last?.Seen.Keys ?? []).Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        writer.WriteStartArray("keys");
        foreach (var id in known)
            WriteKey(writer, id, string.Equals(id, known[0], StringComparison.Ordinal) ? "active" : "older", last);
        foreach (var id in unknown) WriteKey(writer, id, "unknown", last);
        writer.WriteEndArray();
    }

    private static void WriteKey(Utf8JsonWriter writer, string id, string role, ResealCounts? last)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("role", role);
        if (last is null) writer.WriteNull("seen");
        else writer.WriteNumber("seen", last.Seen.GetValueOrDefault(id));
        writer.WriteEndObject();
    }

    private static void WritePass(Utf8JsonWriter writer, ResealPass pass)
    {
        writer.WriteStartObject("pass");
        writer.WriteString("state", pass.State switch
        {
            ResealState.Running => "running",
            ResealState.Stopped => "stopped",
            _ => "done",
        });
        writer.WriteString("key", pass.Key);
        writer.WriteTime("started_at", pass.StartedAt);
        writer.WriteTime("updated_at", pass.UpdatedAt);
        writer.WriteTime("ended_at", pass.EndedAt);
        writer.WriteNumber("round", pass.Round);
        WriteTables(writer, pass);
        writer.WriteNumber("resealed", pass.Resealed);
        writer.WriteNumber("unchanged", pass.Counts.Unchanged);
        writer.WriteNumber("conflicts", pass.Conflicts);
        writer.WriteNumber("broken", pass.Counts.Broken);
        WriteBroken(writer, pass.Counts.BrokenValues);
        writer.WriteEndObject();
    }

    private static void WriteTables(Utf8JsonWriter writer, ResealPass pass)
    {
        writer.WriteStartArray("tables");
        foreach (var (table, state) in pass.Tables)
        {
            writer.WriteStartObject();
            writer.WriteString("table", table);
            writer.WriteString("state", state);
            writer.WriteNumber("rows", pass.Counts.Rows.GetValueOrDefault(table));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteBroken(Utf8JsonWriter writer, IReadOnlyList<BrokenValue> values)
    {
        writer.WriteStartArray("broken_values");
        foreach (var value in values)
        {
            writer.WriteStartObject();
            writer.WriteString("table", value.Table);
            writer.WriteString("cell", value.Cell);
            writer.WriteString("realm", value.Realm);
            writer.WriteString("key", value.Key);
            writer.WriteString("fault", value.Fault);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
