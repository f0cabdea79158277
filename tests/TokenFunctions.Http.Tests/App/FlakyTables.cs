using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Tests.App;

/// <summary>The memory store, which can be made to fail.</summary>
internal sealed class FlakyTables : ITables
{
    private readonly MemoryTables tables = new();

    /// <summary>Thrown by every table while it is set.</summary>
    public Exception? Fault { get; set; }

    /// <summary>The only table that throws; null = all do.</summary>
    public string? FaultyTable { get; set; }

    public Func<CancellationToken, Task> Ping { get; set; } = _ => Task.CompletedTask;

    public ITable Open(string name) => new FlakyTable(tables.Open(name), () => FaultyTable is null || FaultyTable == name ? Fault : null);

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
