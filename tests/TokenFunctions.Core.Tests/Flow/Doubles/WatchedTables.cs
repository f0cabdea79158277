using System.Collections.Concurrent;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Flow.Doubles;

/// <summary>One instance's way to a shared store; each table can be watched and disturbed.</summary>
internal sealed class WatchedTables(ITables inner) : ITables
{
    private readonly ConcurrentDictionary<string, WatchedTable> tables = new(StringComparer.Ordinal);

    public WatchedTable Tokens => Of("tokens");

    public WatchedTable Secrets => Of("secrets");

    public WatchedTable Realms => Of("realms");

    public WatchedTable Quota => Of("quota");

    /// <summary>Whether tokens, secrets, realms and quotas do not answer; the vault does.</summary>
    public bool Down
    {
        set
        {
            foreach (var table in new[] { Tokens, Secrets, Realms, Quota }) table.Down = value;
        }
    }

    public ITable Open(string name) => Of(name);

    public Task PingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public WatchedTable Of(string name) => tables.GetOrAdd(name, n => new WatchedTable(inner.Open(n)));
}
