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
            else if (!EntityNames.IsCell(name)) json.Skip();
            else
            {
                var property = CellNames.Of(name);
                CellValue.Set(row, property, ref json, type);
                if (EntityNames.IsPart(name)) (split ??= new SplitCells(row)).Add(property);
            }

            typed = type = default;
        }

        split?.Join();
        return new Entity(row, writeId, default);
    }

    private static ReadOnlySpan<byte> Utf8(ref Utf8JsonReader json) => json.ValueIsEscaped
        ? Encoding.UTF8.GetBytes(json.GetString()!)
        : json.ValueSpan;
}
