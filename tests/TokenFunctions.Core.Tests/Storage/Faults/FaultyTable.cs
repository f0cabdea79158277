using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>A table that does what the one behind it does; each fault overrides one thing.</summary>
public abstract class FaultyTable(ITable table) : ITable
{
    protected ITable Table { get; } = table;

    public virtual Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) => Table.GetAsync(key, cancellationToken);

    public virtual Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken) => Table.InsertAsync(row, cancellationToken);

    public virtual Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken) =>
        Table.ReplaceAsync(row, etag, cancellationToken);

    public virtual Task<string> UpsertAsync(Row row, CancellationToken cancellationToken) => Table.UpsertAsync(row, cancellationToken);

    public virtual Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
        Table.DeleteAsync(key, etag, cancellationToken);

    public virtual Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
        Table.QueryAsync(query, continuation, cancellationToken);
}
