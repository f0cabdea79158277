using TokenFunctions.Storage.Tables;

namespace TokenFunctions.NextRelease;

/// <summary>A table whose rows are of the next format.</summary>
internal sealed class NextTable(ITable table) : ITable
{
    public async Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) =>
        await table.GetAsync(key, cancellationToken) is { } row ? NextFormat.Check(row) : null;

    public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken) =>
        table.InsertAsync(NextFormat.Raise(row), cancellationToken);

    public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken) =>
        table.ReplaceAsync(NextFormat.Raise(row), etag, cancellationToken);

    public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken) =>
        table.UpsertAsync(NextFormat.Raise(row), cancellationToken);

    public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
        table.DeleteAsync(key, etag, cancellationToken);

    public async Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken)
    {
        var page = await table.QueryAsync(query, continuation, cancellationToken);
        return page with { Rows = [.. page.Rows.Select(NextFormat.Check)] };
    }
}
