using System.Collections.Concurrent;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Bench.Sweeps;

/// <summary>A store that counts what it is asked, by table and verb.</summary>
internal sealed class CountingTables(ITables inner) : ITables
{
    private readonly ConcurrentDictionary<(string Table, string Verb), long> counts = new();

    /// <summary>How often each table was asked for each verb.</summary>
    public IReadOnlyDictionary<(string Table, string Verb), long> Counts => counts;

    public ITable Open(string name) => new CountingTable(inner.Open(name), verb => Count(name, verb));

    public Task PingAsync(CancellationToken cancellationToken) => inner.PingAsync(cancellationToken);

    /// <summary>Begins anew.</summary>
    public void Clear() => counts.Clear();

    private void Count(string table, string verb) => counts.AddOrUpdate((table, verb), 1, (_, n) => n + 1);
}
