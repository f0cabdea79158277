using System.Text;
using Azure.Core;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>A request to the Table service (learn.microsoft.com, "Operations on entities").</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">Path and query below the account's address, escaped.</param>
/// <param name="Body">The JSON that is sent; null = none.</param>
/// <param name="IfMatch">The version that the row must have; null = no condition.</param>
internal sealed record TableRequest(
    RequestMethod Method, string Path, ReadOnlyMemory<byte>? Body = null, string? IfMatch = null)
{
    public static TableRequest Create(string table) =>
        new(RequestMethod.Post, "Tables", Encoding.ASCII.GetBytes($$"""{"TableName":"{{table}}"}"""));

    public static TableRequest Get(string table, RowKey key) => new(RequestMethod.Get, Address(table, key));

    public static TableRequest Insert(string table, ReadOnlyMemory<byte> entity) =>
        new(RequestMethod.Post, table, entity);

    /// <summary>PUT replaces the whole entity, so that no part of an older, longer value stays.</summary>
    public static TableRequest Replace(string table, RowKey key, ReadOnlyMemory<byte> entity, string? etag) =>
        new(RequestMethod.Put, Address(table, key), entity, etag);

    public static TableRequest Delete(string table, RowKey key, string etag) =>
        new(RequestMethod.Delete, Address(table, key), null, etag);

    public static TableRequest Query(string table, RowQuery query, string? continuation)
    {
        var path = new StringBuilder($"{table}()?$top={query.PageSize}");
        if (RowFilter.Of(query) is { } filter) path.Append("&$filter=").Append(Uri.EscapeDataString(filter));
        return new TableRequest(RequestMethod.Get, path.Append(EntityReading.NextPage(continuation)).ToString());
    }

    private static string Address(string table, RowKey key) =>
        $"{table}(PartitionKey={Escape(key.Partition)},RowKey={Escape(key.Id)})";

    private static string Escape(string text) => Uri.EscapeDataString(RowFilter.Quote(text));
}
