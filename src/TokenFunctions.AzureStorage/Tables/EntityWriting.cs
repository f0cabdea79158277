using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>Rows to OData JSON (learn.microsoft.com, "Payload format for Table service operations"). Long texts and
/// bytes are split over several properties.</summary>
internal static class EntityWriting
{
    // Escapes only what JSON demands; the default would make six bytes of every letter outside ASCII.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Json(Row row, string writeId)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", row.Key.Partition);
            json.WriteString("RowKey", row.Key.Id);
            json.WriteString(EntityNames.WriteId, writeId);
            foreach (var (name, value) in row.Cells) WriteCell(json, name, value);
            json.WriteEndObject();
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static void WriteCell(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text: WriteText(json, name, text); break;
            case long number: WriteTyped(json, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture)); break;
            case double real: WriteReal(json, name, real); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case DateTimeOffset time:
                WriteTyped(json, name, "Edm.DateTime", time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                break;
            case byte[] bytes: WriteBytes(json, name, bytes); break;
            default: throw new InvalidOperationException("A cell has a type that rows do not know.");
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + "@odata.type", type);
        json.WriteString(name, value);
    }

    private static void WriteReal(Utf8JsonWriter json, string name, double real)
    {
        var bits = BitConverter.DoubleToInt64Bits(real);
        if (bits == BitConverter.DoubleToInt64Bits(-0.0))
        {
            // On its way through JSON a zero may lose its sign.
            WriteTyped(json, name + EntityNames.Bits, "Edm.Int64", bits.ToString(CultureInfo.InvariantCulture));
            return;
        }

        json.WriteString(name + "@odata.type", "Edm.Double");
        if (double.IsFinite(real)) json.WriteNumber(name, real);
        else json.WriteString(name, double.IsNaN(real) ? "NaN" : real > 0 ? "Infinity" : "-Infinity");
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        for (int index = 0, from = 0; index == 0 || from < text.Length; index++)
        {
            var length = Math.Min(EntityNames.TextPart, text.Length - from);
            // Half a surrogate pair cannot be written in UTF-8.
            if (from + length < text.Length && char.IsHighSurrogate(text[from + length - 1])) length--;
            json.WriteString(EntityNames.Part(name, index), text.AsSpan(from, length));
            from += length;
        }
    }

    private static void WriteBytes(Utf8JsonWriter json, string name, byte[] bytes)
    {
        for (int index = 0, from = 0; index == 0 || from < bytes.Length; index++)
        {
            var length = Math.Min(EntityNames.BytesPart, bytes.Length - from);
            var part = EntityNames.Part(name, index);
            json.WriteString(part + "@odata.type", "Edm.Binary");
            json.WriteBase64String(part, bytes.AsSpan(from, length));
            from += length;
        }
    }
}
