using System.Globalization;
using System.Text.Json;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>The properties of one entity to the cells of a row; joins what was split.</summary>
internal static class EntityCells
{
    private const string TypeSuffix = "@odata.type";

    public static Entity Read(JsonElement entity, string? etag)
    {
        var key = new RowKey(Part(entity, "PartitionKey"), Part(entity, "RowKey"));
        var row = new Row(key, etag ?? entity.GetProperty("odata.etag").GetString());
        var parts = new SortedDictionary<(string Cell, int Part), object>();
        foreach (var property in entity.EnumerateObject())
            if (IsCell(property.Name)) Add(parts, property, TypeOf(entity, property.Name));
        foreach (var cell in parts.GroupBy(p => p.Key.Cell, p => p.Value, StringComparer.Ordinal))
            Set(row, cell.Key, [.. cell]);
        return new Entity(row, entity.TryGetProperty(EntityNames.WriteId, out var id) ? id.GetString() : null, default);
    }

    private static string Part(JsonElement entity, string name) =>
        entity.GetProperty(name).GetString() ?? throw new FormatException("An entity has no address.");

    private static bool IsCell(string name) =>
        !name.Contains('@', StringComparison.Ordinal) && !name.StartsWith("odata.", StringComparison.Ordinal)
        && name is not ("PartitionKey" or "RowKey" or "Timestamp" or EntityNames.WriteId);

    private static string? TypeOf(JsonElement entity, string name) =>
        entity.TryGetProperty(name + TypeSuffix, out var type) ? type.GetString() : null;

    private static void Add(
        SortedDictionary<(string Cell, int Part), object> parts, JsonProperty property, string? type)
    {
        if (property.Value.ValueKind == JsonValueKind.Null) return;
        var value = Value(property.Value, type);
        if (property.Name.EndsWith(EntityNames.Bits, StringComparison.Ordinal) && value is long bits)
            parts[(property.Name[..^EntityNames.Bits.Length], 0)] = BitConverter.Int64BitsToDouble(bits);
        else parts[EntityNames.Read(property.Name)] = value;
    }

    private static object Value(JsonElement value, string? type) => (value.ValueKind, type) switch
    {
        (JsonValueKind.True or JsonValueKind.False, _) => value.GetBoolean(),
        (JsonValueKind.Number, "Edm.Int64") => value.GetInt64(),
        // We write whole numbers as Edm.Int64 only, so a number without a type is a real, whatever it looks like.
        (JsonValueKind.Number, _) => value.GetDouble(),
        (_, "Edm.Int64") => long.Parse(value.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        (_, "Edm.Double") => Real(value.GetString()!),
        (_, "Edm.DateTime") => Time(value.GetString()!),
        (_, "Edm.Binary") => value.GetBytesFromBase64(),
        _ => value.GetString()!,
    };

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUniversalTime();

    private static double Real(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" or "INF" => double.PositiveInfinity,
        "-Infinity" or "-INF" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static void Set(Row row, string name, List<object> parts) => _ = parts[0] switch
    {
        string => row.Set(name, string.Concat(parts.Cast<string>())),
        byte[] bytes => row.Set(name, parts.Count == 1 ? bytes : Join(parts)),
        long number => row.Set(name, number),
        double real => row.Set(name, real),
        bool flag => row.Set(name, flag),
        DateTimeOffset time => row.Set(name, time),
        _ => throw new FormatException("An entity has a property of an unknown type."),
    };

    private static byte[] Join(List<object> parts)
    {
        using var all = new MemoryStream();
        foreach (var part in parts) all.Write((byte[])part);
        return all.ToArray();
    }
}
