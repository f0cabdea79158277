using System.Collections.Concurrent;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Bench.Measuring;

/// <summary>A store that counts what it is asked, by table and verb.</summary>
internal sealed class CountingTables(ITables inner) : ITables
{
    private readonly ConcurrentDictionary<(string Table, string Verb), long> counts = new();

    /// <summary>How often each table was asked for each verb.</summary>
    public IReadOnlyDictionary<(string Table, string Verb), long> Counts => counts;

    /// <summary>Reads and writes so far, over all tables.</summary>
    public (long Reads, long Writes) Operations
    {
        get
        {
            var reads = counts.Where(c => c.Key.Verb is "get" or "query").Sum(c => c.Value);
            return (reads, counts.Values.Sum() - reads);
        }
    }

    /// <inheritdoc/>
    public ITable Open(string name) => new CountingTable(inner.Open(name), verb => Count(name, verb));

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) => inner.PingAsync(cancellationToken);

    /// <summary>Begins anew.</summary>
    public void Clear() => counts.Clear();

    private void Count(string table, string verb) => counts.AddOrUpdate((table, verb), 1, (_, n) => n + 1);
}
