using System.Collections.Concurrent;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Host.Tests.Fronts;

/// <summary>The memory store, which counts what is read and written in each table.</summary>
internal sealed class CountedTables : ITables
{
    private readonly MemoryTables tables = new();
    private readonly ConcurrentQueue<string> operations = new();

    /// <summary>Table and operation of each call so far.</summary>
    public IReadOnlyList<string> Operations => [.. operations];

    public ITable Open(string name) => new Counted(tables.Open(name), name, operations);

    public Task PingAsync(CancellationToken cancellationToken) => tables.PingAsync(cancellationToken);

    private sealed class Counted(ITable table, string name, ConcurrentQueue<string> operations) : ITable
    {
        public Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) => Note("get").GetAsync(key, cancellationToken);

        public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken) => Note("insert").InsertAsync(row, cancellationToken);

        public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken) =>
            Note("replace").ReplaceAsync(row, etag, cancellationToken);

        public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken) => Note("upsert").UpsertAsync(row, cancellationToken);

        public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
            Note("delete").DeleteAsync(key, etag, cancellationToken);

        public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
            Note("query").QueryAsync(query, continuation, cancellationToken);

        private ITable Note(string operation)
        {
            operations.Enqueue($"{name} {operation}");
            return table;
        }
    }
}
