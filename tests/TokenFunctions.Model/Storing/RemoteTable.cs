using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Model.Storing;

/// <summary>One instance's way to a table of the store: each request travels, may be lost, and is watched when it takes
/// effect.</summary>
internal sealed class RemoteTable(StoreLine line, ITable store, string name, Instance instance) : ITable
{
    private readonly bool isTokens = string.Equals(name, "tokens", StringComparison.Ordinal);

    public Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) =>
        line.SendAsync($"read {RowText.Of(name, key)}", () => ReadAsync(key), cancellationToken);

    public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken)
    {
        Draft(row);
        return line.SendAsync(
            $"insert {RowText.Of(name, row)}", () => WatchAsync(row.Key, () => store.InsertAsync(row, default)), cancellationToken);
    }

    public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken)
    {
        Draft(row);
        return line.SendAsync(
            $"replace {RowText.Of(name, row)}", () => WatchAsync(row.Key, () => store.ReplaceAsync(row, etag, default)),
            cancellationToken);
    }

    public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken)
    {
        Draft(row);
        return line.SendAsync(
            $"upsert {RowText.Of(name, row)}", () => WatchAsync(row.Key, () => store.UpsertAsync(row, default)), cancellationToken);
    }

    public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
        line.SendAsync(
            $"delete {RowText.Of(name, key)}", () => WatchAsync(key, () => store.DeleteAsync(key, etag, default)),
            cancellationToken);

    public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
        line.SendAsync($"query {name}", () => store.QueryAsync(query, continuation, default), cancellationToken);

    private async Task<Row?> ReadAsync(RowKey key)
    {
        var row = await store.GetAsync(key, default);
        if (isTokens && row?.Text("lease_id") is { } lease) instance.Leases.Saw(lease);
        return row;
    }

    private async Task<T> WatchAsync<T>(RowKey key, Func<Task<T>> write)
    {
        var result = await write();
        if (isTokens) instance.World.Rows.Written(instance, key.Id);
        return result;
    }

    private void Draft(Row row)
    {
        if (isTokens && row.Text("lease_id") is { } lease) instance.Leases.Wrote(lease);
    }
}
