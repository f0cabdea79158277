using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Telemetry;

/// <summary>A table that tells how long its operations take; while nobody listens it only passes them on.</summary>
internal sealed class MeteredTable(ITable table, string name, StoreMetrics metrics) : ITable
{
    /// <inheritdoc/>
    public Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) => metrics.IsHeard
        ? metrics.WatchAsync("get", name, () => table.GetAsync(key, cancellationToken), row => CallOutcome.Of(row))
        : table.GetAsync(key, cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken) => metrics.IsHeard
        ? metrics.WatchAsync(
            "insert", name, () => table.InsertAsync(row, cancellationToken), end => CallOutcome.Of(end.Outcome))
        : table.InsertAsync(row, cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken) => metrics.IsHeard
        ? metrics.WatchAsync(
            "replace", name, () => table.ReplaceAsync(row, etag, cancellationToken), end => CallOutcome.Of(end.Outcome))
        : table.ReplaceAsync(row, etag, cancellationToken);

    /// <inheritdoc/>
    public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken) => metrics.IsHeard
        ? metrics.WatchAsync("upsert", name, () => table.UpsertAsync(row, cancellationToken), _ => CallOutcome.Ok)
        : table.UpsertAsync(row, cancellationToken);

    /// <inheritdoc/>
    public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
        metrics.IsHeard
            ? metrics.WatchAsync(
                "delete", name, () => table.DeleteAsync(key, etag, cancellationToken), CallOutcome.Of)
            : table.DeleteAsync(key, etag, cancellationToken);

    /// <inheritdoc/>
    public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
        metrics.IsHeard
            ? metrics.WatchAsync(
                "query", name, () => table.QueryAsync(query, continuation, cancellationToken), _ => CallOutcome.Ok)
            : table.QueryAsync(query, continuation, cancellationToken);
}
