using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Tests.App;

/// <summary>The memory store, which can be made to fail.</summary>
internal sealed class FlakyTables : ITables
{
    private readonly MemoryTables tables = new();

    /// <summary>Thrown by every table while it is set.</summary>
    public Exception? Fault { get; set; }

    public Func<CancellationToken, Task> Ping { get; set; } = _ => Task.CompletedTask;

    public ITable Open(string name) => new FlakyTable(tables.Open(name), () => Fault);

    public Task PingAsync(CancellationToken cancellationToken) => Ping(cancellationToken);

    public async Task<int> CountAsync(string name)
    {
        var count = 0;
        await foreach (var _ in tables.Open(name).ReadAllAsync(new RowQuery(), CancellationToken.None)) count++;
        return count;
    }
}
