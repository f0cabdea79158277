using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Tests.App;

/// <summary>A table that throws what it is told to.</summary>
internal sealed class FlakyTable(ITable table, Func<Exception?> fault, Action count) : ITable
{
    private ITable Table
    {
        get
        {
            count();
            return fault() is { } exception ? throw exception : table;
        }
    }

    public Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) => Table.GetAsync(key, cancellationToken);

    public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken) => Table.InsertAsync(row, cancellationToken);

    public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken) =>
        Table.ReplaceAsync(row, etag, cancellationToken);

    public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken) => Table.UpsertAsync(row, cancellationToken);

    public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
        Table.DeleteAsync(key, etag, cancellationToken);

    public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
        Table.QueryAsync(query, continuation, cancellationToken);
}
