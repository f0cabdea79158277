using System.Text;
using System.Text.Json;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>The properties of one entity to the cells of a row, read where they lie in the answer; joins what was
/// split.</summary>
internal static class EntityCells
{
    /// <summary>Reads an entity; the reader stands at its beginning, and after it at its end.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Entity Read(ref Utf8JsonReader json, string? etag)
    {
        var row = EntityHead.Read(json, etag);
        var (split, writeId) = (default(SplitCells), (string?)null);
        scoped ReadOnlySpan<byte> typed = default, type = default;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = Utf8(ref json);
            json.Read();
            // "An annotation of a property stands immediately before it" (OData 4.0 JSON Format, 4.5).
            if (!typed.IsEmpty && !typed.SequenceEqual(name)) throw new FormatException("A type is of no property.");
            if (name.EndsWith(EntityNames.TypeSuffix))
            {
                typed = name[..^EntityNames.TypeSuffix.Length];
                type = Utf8(ref json);
                continue;
            }

            if (name.SequenceEqual("write__id"u8)) writeId = json.GetString();
            else if (!IsCell(name)) json.Skip();
            else if (name.IndexOf("__"u8) < 0) CellValue.Set(row, CellNames.Of(name), ref json, type);
            else (split ??= new SplitCells(row)).Set(CellNames.Of(name), ref json, type);
            typed = type = default;
        }

        split?.Join();
        return new Entity(row, writeId, default);
    }

    private static bool IsCell(ReadOnlySpan<byte> name) =>
        !name.Contains((byte)'@') && !name.StartsWith("odata."u8) && !name.SequenceEqual("PartitionKey"u8)
        && !name.SequenceEqual("RowKey"u8) && !name.SequenceEqual("Timestamp"u8);

    private static ReadOnlySpan<byte> Utf8(ref Utf8JsonReader json) => json.ValueIsEscaped
        ? Encoding.UTF8.GetBytes(json.GetString()!)
        : json.ValueSpan;
}
