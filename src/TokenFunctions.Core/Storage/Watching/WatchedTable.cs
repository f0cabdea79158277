using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Storage.Watching;

/// <summary>A table under the eyes of a <see cref="StoreWatch"/>.</summary>
internal sealed class WatchedTable(ITable table, StoreWatch watch) : ITable
{
    /// <inheritdoc/>
    public Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) =>
        watch.WatchAsync(table.GetAsync(key, cancellationToken));

    /// <inheritdoc/>
    public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken) =>
        watch.WatchAsync(table.InsertAsync(row, cancellationToken));

    /// <inheritdoc/>
    public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken) =>
        watch.WatchAsync(table.ReplaceAsync(row, etag, cancellationToken));

    /// <inheritdoc/>
    public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken) =>
        watch.WatchAsync(table.UpsertAsync(row, cancellationToken));

    /// <inheritdoc/>
    public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
        watch.WatchAsync(table.DeleteAsync(key, etag, cancellationToken));

    /// <inheritdoc/>
    public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
        watch.WatchAsync(table.QueryAsync(query, continuation, cancellationToken));
}
