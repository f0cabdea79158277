using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Model.Planting;

/// <summary>The table of tokens, with rows that are altered on their way.</summary>
internal sealed class AlteredTable(ITable inner, Alteration alteration) : ITable
{
    public async Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) =>
        await inner.GetAsync(key, cancellationToken) is { } row ? alteration.Read(row) : null;

    public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken) =>
        inner.InsertAsync(alteration.Write(row), cancellationToken);

    public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken) =>
        inner.ReplaceAsync(alteration.Write(row), etag, cancellationToken);

    public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken) =>
        inner.UpsertAsync(alteration.Write(row), cancellationToken);

    public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
        inner.DeleteAsync(key, etag, cancellationToken);

    public async Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken)
    {
        var page = await inner.QueryAsync(query, continuation, cancellationToken);
        return page with { Rows = [.. page.Rows.Select(alteration.Read)] };
    }
}
