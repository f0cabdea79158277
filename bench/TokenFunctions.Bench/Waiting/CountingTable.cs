using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Bench.Waiting;

/// <summary>A table that counts the operations on it.</summary>
internal sealed class CountingTable(ITable inner, OperationCount count) : ITable
{
    /// <inheritdoc/>
    public Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) =>
        count.Reading(inner.GetAsync(key, cancellationToken));

    /// <inheritdoc/>
    public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken) =>
        count.Writing(inner.InsertAsync(row, cancellationToken));

    /// <inheritdoc/>
    public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken) =>
        count.Writing(inner.ReplaceAsync(row, etag, cancellationToken));

    /// <inheritdoc/>
    public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken) =>
        count.Writing(inner.UpsertAsync(row, cancellationToken));

    /// <inheritdoc/>
    public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
        count.Writing(inner.DeleteAsync(key, etag, cancellationToken));

    /// <inheritdoc/>
    public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
        count.Reading(inner.QueryAsync(query, continuation, cancellationToken));
}
