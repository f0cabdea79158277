using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Client.Tests.Embedded;

/// <summary>A store in memory that can be away.</summary>
internal sealed class MoodyTables : ITables
{
    private readonly MemoryTables tables = new();

    public bool IsAway { get; set; }

    public ITable Open(string name) => new MoodyTable(tables.Open(name), this);

    public Task PingAsync(CancellationToken cancellationToken) =>
        IsAway ? throw new StoreUnavailableException() : tables.PingAsync(cancellationToken);

    private sealed class MoodyTable(ITable table, MoodyTables store) : ITable
    {
        private ITable Table => store.IsAway ? throw new StoreUnavailableException() : table;

        public Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) =>
            Table.GetAsync(key, cancellationToken);

        public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken) =>
            Table.InsertAsync(row, cancellationToken);

        public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken) =>
            Table.ReplaceAsync(row, etag, cancellationToken);

        public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken) =>
            Table.UpsertAsync(row, cancellationToken);

        public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
            Table.DeleteAsync(key, etag, cancellationToken);

        public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
            Table.QueryAsync(query, continuation, cancellationToken);
    }
}
