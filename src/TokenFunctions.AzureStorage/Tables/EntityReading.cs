using System.Text.Json;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>OData JSON with minimal metadata to rows.</summary>
internal static class EntityReading
{
    private const string NextPartition = "NextPartitionKey";
    private const string NextRow = "NextRowKey";

    private delegate T Reading<T>(ref Utf8JsonReader json, TableAnswer answer);

    public static Entity One(TableAnswer answer) => Read(
        answer, static (ref Utf8JsonReader json, TableAnswer from) => EntityCells.Read(ref json, from.ETag));

    public static RowPage Page(TableAnswer answer) => Read(
        answer,
        static (ref Utf8JsonReader json, TableAnswer from) => new RowPage(Rows(ref json), Continuation(
            from.Header("x-ms-continuation-" + NextPartition), from.Header("x-ms-continuation-" + NextRow))));

    /// <summary>The query parameters that ask for the page of a continuation.</summary>
    public static string NextPage(string? continuation)
    {
        if (continuation is null) return "";
        var parts = continuation.Split(' ');
        if (parts.Length > 2)
            throw new ArgumentException("The continuation does not come from this store.", nameof(continuation));
        return $"&{NextPartition}={Uri.EscapeDataString(parts[0])}"
            + (parts.Length == 2 ? $"&{NextRow}={Uri.EscapeDataString(parts[1])}" : "");
    }

    // Both parts are the store's own words, in which no space occurs: they came as headers of one word.
    private static string? Continuation(string? partition, string? row) =>
        partition is null ? null : row is null ? partition : $"{partition} {row}";

    private static List<Row> Rows(ref Utf8JsonReader json)
    {
        List<Row>? rows = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = json.ValueTextEquals("value"u8);
            json.Read();
            if (!isValue) json.Skip();
            else if (json.TokenType != JsonTokenType.StartArray) throw new FormatException("A page has no list.");
            else rows = List(ref json);
        }

        return rows ?? throw new FormatException("A page has no entities.");
    }

    private static List<Row> List(ref Utf8JsonReader json)
    {
        var rows = new List<Row>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            rows.Add(EntityCells.Read(ref json, null).Row);
        return rows;
    }

    private static T Read<T>(TableAnswer answer, Reading<T> read)
    {
        try
        {
            var json = new Utf8JsonReader(answer.Response.Content.ToMemory().Span);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw new FormatException("No object.");
            var result = read(ref json, answer);
            // Throws where something follows.
            json.Read();
            return result;
        }
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or FormatException or OverflowException
                or InvalidCastException)
        {
            throw TableFailure.Unreadable(e);
        }
    }
}
