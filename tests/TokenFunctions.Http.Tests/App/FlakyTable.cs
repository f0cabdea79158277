using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Tests.App;

/// <summary>A table that does what its store is told to.</summary>
internal sealed class FlakyTable(ITable table, string name, FlakyTables store) : ITable
{
    private ITable Table
    {
        get
        {
            store.Count(name);
            return store.FaultOf(name) is { } exception ? throw exception : table;
        }
    }

    private ITable Written
    {
        get
        {
            store.BeforeWrite?.Invoke();
            return Table;
        }
    }

    public async Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken)
    {
        var after = store.AfterGet;
        var row = await Table.GetAsync(key, cancellationToken);
        if (after is not null) await after();
        return row;
    }

    public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken) => Written.InsertAsync(row, cancellationToken);

    public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken) =>
        Written.ReplaceAsync(row, etag, cancellationToken);

    public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken) => Written.UpsertAsync(row, cancellationToken);

    public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
        Written.DeleteAsync(key, etag, cancellationToken);

    public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
        Table.QueryAsync(query, continuation, cancellationToken);
}
