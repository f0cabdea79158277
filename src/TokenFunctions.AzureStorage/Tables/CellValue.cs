using System.Globalization;
using System.Text.Json;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>The value of a property as a cell (learn.microsoft.com, "Payload format for Table service
/// operations").</summary>
internal static class CellValue
{
    /// <summary>Sets a cell to the value at which the reader stands; null sets none.</summary>
    /// <param name="row">The row.</param>
    /// <param name="name">The cell.</param>
    /// <param name="json">The reader.</param>
    /// <param name="type">The property's type, as <c>Edm.Int64</c>; empty = it has none.</param>
    /// <exception cref="FormatException">It is no value of that type.</exception>
    public static void Set(Row row, string name, ref Utf8JsonReader json, scoped ReadOnlySpan<byte> type)
    {
        _ = json.TokenType switch
        {
            JsonTokenType.Null => row,
            JsonTokenType.True or JsonTokenType.False => row.Set(name, json.GetBoolean()),
            JsonTokenType.Number when type.SequenceEqual("Edm.Int64"u8) => row.Set(name, json.GetInt64()),
            // We write whole numbers as Edm.Int64 only, so a number without a type is a real, whatever it looks like.
            JsonTokenType.Number => row.Set(name, json.GetDouble()),
            JsonTokenType.String => SetText(row, name, ref json, type),
            _ => throw new FormatException("An entity has a property of an unknown type."),
        };
    }

    private static Row SetText(Row row, string name, ref Utf8JsonReader json, scoped ReadOnlySpan<byte> type) =>
        type.IsEmpty ? row.Set(name, json.GetString())
        : type.SequenceEqual("Edm.Int64"u8) ? row.Set(name, Number(ref json))
        : type.SequenceEqual("Edm.DateTime"u8) ? row.Set(name, Time(ref json))
        : type.SequenceEqual("Edm.Binary"u8) ? row.Set(name, json.GetBytesFromBase64())
        : type.SequenceEqual("Edm.Double"u8) ? row.Set(name, Real(json.GetString()!))
        : row.Set(name, json.GetString());

    private static long Number(ref Utf8JsonReader json) => json.ValueIsEscaped
        ? long.Parse(json.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
        : long.Parse(json.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    // The reader would take a time without an offset for a local one.
    private static DateTimeOffset Time(ref Utf8JsonReader json) =>
        json.ValueSpan is [.., (byte)'Z'] && json.TryGetDateTimeOffset(out var time)
            ? time
            : DateTimeOffset.Parse(json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static double Real(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" or "INF" => double.PositiveInfinity,
        "-Infinity" or "-INF" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}
