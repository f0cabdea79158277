using System.Collections.Concurrent;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.NextRelease;

/// <summary>A table whose rows are of the next format.</summary>
internal sealed class NextTable(ITable table) : ITable
{
    // What this process has written it may write again without having read it, and still knows all of it.
    private readonly ConcurrentDictionary<string, string> written = new(StringComparer.Ordinal);

    public async Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) =>
        await table.GetAsync(key, cancellationToken) is { } row ? NextFormat.Check(row) : null;

    public async Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken)
    {
        var next = NextFormat.Raise(row);
        return Remember(next, await table.InsertAsync(next, cancellationToken));
    }

    public async Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken)
    {
        var next = NextFormat.Raise(row, written.GetValueOrDefault(etag));
        return Remember(next, await table.ReplaceAsync(next, etag, cancellationToken));
    }

    public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken) =>
        table.UpsertAsync(NextFormat.Raise(row), cancellationToken);

    public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
        table.DeleteAsync(key, etag, cancellationToken);

    public async Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken)
    {
        var page = await table.QueryAsync(query, continuation, cancellationToken);
        return page with { Rows = [.. page.Rows.Select(NextFormat.Check)] };
    }

    private WriteResult Remember(Row row, WriteResult result)
    {
        if (result is { Written: true, ETag: { } etag }) written[etag] = row.Text(NextFormat.Born)!;
        return result;
    }
}
