using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TokenFunctions.Resealing;

/// <summary>The counts of a round as a text in the pass's row.</summary>
internal static class ResealText
{
    public static string? Write(ResealCounts? counts)
    {
        if (counts is null) return null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            Write(writer, "rows", counts.Rows);
            Write(writer, "seen", counts.Seen);
            writer.WriteNumber("resealed", counts.Resealed);
            writer.WriteNumber("unchanged", counts.Unchanged);
            writer.WriteNumber("broken", counts.Broken);
            writer.WriteNumber("conflicts", counts.Conflicts);
            writer.WriteNumber("left", counts.Left);
            writer.WriteStartArray("broken_values");
            foreach (var value in counts.BrokenValues) Write(writer, value);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static ResealCounts? Read(string? text)
    {
        if (text is null) return null;
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        return new ResealCounts
        {
            Rows = Counts(root, "rows"),
            Seen = Counts(root, "seen"),
            Resealed = Count(root, "resealed"),
            Unchanged = Count(root, "unchanged"),
            Broken = Count(root, "broken"),
            Conflicts = Count(root, "conflicts"),
            Left = Count(root, "left"),
            BrokenValues = [.. root.GetProperty("broken_values").EnumerateArray().Select(Value)],
        };
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, long> counts)
    {
        writer.WriteStartObject(name);
        foreach (var (key, count) in counts) writer.WriteNumber(key, count);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, BrokenValue value)
    {
        writer.WriteStartObject();
        writer.WriteString("table", value.Table);
        writer.WriteString("cell", value.Cell);
        writer.WriteString("realm", value.Realm);
        writer.WriteString("key", value.Key);
        writer.WriteString("fault", value.Fault);
        writer.WriteEndObject();
    }

    private static BrokenValue Value(JsonElement value)
    {
        return new BrokenValue(Text("table")!, Text("cell")!, Text("realm"), Text("key"), Text("fault")!);

        string? Text(string name) => value.GetProperty(name).GetString();
    }

    private static Dictionary<string, long> Counts(JsonElement root, string name) =>
        root.GetProperty(name).EnumerateObject()
            .ToDictionary(member => member.Name, member => member.Value.GetInt64(), StringComparer.Ordinal);

    private static long Count(JsonElement root, string name) => root.GetProperty(name).GetInt64();
}
