using System.Collections.Concurrent;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Storage.Memory;

/// <summary>A store that lives and dies with the process.</summary>
public sealed class MemoryTables : ITables
{
    private readonly ConcurrentDictionary<string, MemoryTable> tables = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ITable Open(string name)
    {
        RowLimits.CheckTable(name);
        return tables.GetOrAdd(name, _ => new MemoryTable());
    }

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
