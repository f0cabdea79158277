using System.Text.Json;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>OData JSON with minimal metadata to rows.</summary>
internal static class EntityReading
{
    private const string NextPartition = "NextPartitionKey";
    private const string NextRow = "NextRowKey";

    public static Entity One(TableAnswer answer) => Read(answer, root => EntityCells.Read(root, answer.ETag));

    public static RowPage Page(TableAnswer answer) => Read(answer, root =>
    {
        var entities = root.GetProperty("value").EnumerateArray();
        var rows = entities.Select(entity => EntityCells.Read(entity, null).Row).ToList();
        return new RowPage(rows, Continuation(
            answer.Header("x-ms-continuation-" + NextPartition), answer.Header("x-ms-continuation-" + NextRow)));
    });

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

    private static T Read<T>(TableAnswer answer, Func<JsonElement, T> read)
    {
        try
        {
            using var body = JsonDocument.Parse(answer.Response.Content.ToMemory());
            return read(body.RootElement);
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
                or OverflowException or InvalidCastException)
        {
            throw new StoreUnavailableException(
                "The store's answer cannot be read: check that the address is that of a Table service.", e);
        }
    }
}
