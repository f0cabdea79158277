using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>Rows to OData JSON (learn.microsoft.com, "Payload format for Table service operations").</summary>
internal sealed class EntityWriting(Utf8JsonWriter json) : IPropertyWriter
{
    // Escapes only what JSON demands; the default would make six bytes of every letter outside ASCII.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Json(Row row, string writeId)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("PartitionKey", row.Key.Partition);
            writer.WriteString("RowKey", row.Key.Id);
            EntityProperties.Write(row, writeId, new EntityWriting(writer));
            writer.WriteEndObject();
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    public void Text(string name, ReadOnlySpan<char> text) => json.WriteString(name, text);

    public void Number(string name, long number)
    {
        Type(name, "Edm.Int64");
        json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
    }

    public void Real(string name, double real)
    {
        Type(name, "Edm.Double");
        json.WriteNumber(name, real);
    }

    public void Flag(string name, bool flag) => json.WriteBoolean(name, flag);

    public void Time(string name, DateTimeOffset time)
    {
        Type(name, "Edm.DateTime");
        json.WriteString(name, time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
    }

    public void Bytes(string name, ReadOnlySpan<byte> bytes)
    {
        Type(name, "Edm.Binary");
        json.WriteBase64String(name, bytes);
    }

    private void Type(string name, string type) => json.WriteString(name + "@odata.type", type);
}
