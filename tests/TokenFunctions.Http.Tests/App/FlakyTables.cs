using System.Collections.Concurrent;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Tests.App;

/// <summary>The memory store, which can be made to fail.</summary>
internal sealed class FlakyTables : ITables
{
    private readonly MemoryTables tables = new();
    private readonly ConcurrentDictionary<string, int> operations = new(StringComparer.Ordinal);

    /// <summary>Thrown by every table while it is set.</summary>
    public Exception? Fault { get; set; }

    /// <summary>The only table that throws; null = all do.</summary>
    public string? FaultyTable { get; set; }

    /// <summary>What a read waits for, once it has read; null = nothing.</summary>
    public Func<Task>? AfterGet { get; set; }

    /// <summary>Told of each write.</summary>
    public Action? BeforeWrite { get; set; }

    public Func<CancellationToken, Task> Ping { get; set; } = _ => Task.CompletedTask;

    public ITable Open(string name) => new FlakyTable(tables.Open(name), name, this);

    /// <summary>How often anything was asked of that table.</summary>
    public int OperationsOf(string name) => operations.GetValueOrDefault(name);

    /// <summary>What that table throws now; null = nothing.</summary>
    public Exception? FaultOf(string name) => FaultyTable is null || FaultyTable == name ? Fault : null;

    internal void Count(string name) => operations.AddOrUpdate(name, 1, (_, count) => count + 1);

    public Task PingAsync(CancellationToken cancellationToken) => Ping(cancellationToken);

    public async Task<int> CountAsync(string name) => (await ListAsync(name)).Count;

    /// <summary>The address and the version of each row: any write changes it.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string name)
    {
        var rows = new List<string>();
        await foreach (var row in tables.Open(name).ReadAllAsync(new RowQuery(), CancellationToken.None))
            rows.Add($"{name} {row.Key.Partition} {row.Key.Id} {row.ETag}");
        return rows;
    }

    /// <summary>The rows of a table, whatever is faulty.</summary>
    public async Task<IReadOnlyList<Row>> RowsAsync(string name)
    {
        var rows = new List<Row>();
        await foreach (var row in tables.Open(name).ReadAllAsync(new RowQuery(), CancellationToken.None)) rows.Add(row);
        return rows;
    }
}
