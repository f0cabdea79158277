using System.Collections.Concurrent;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>A store in memory whose tables have a planted fault.</summary>
public sealed class FaultyTables(Func<ITable, ITable> plant) : ITables
{
    private readonly MemoryTables tables = new();
    private readonly ConcurrentDictionary<string, ITable> planted = new(StringComparer.Ordinal);

    public ITable Open(string name) => planted.GetOrAdd(name, n => plant(tables.Open(n)));

    public Task PingAsync(CancellationToken cancellationToken) => tables.PingAsync(cancellationToken);
}
