using System.Collections.Concurrent;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Storage.Watching;

/// <summary>A store under the eyes of a <see cref="StoreWatch"/>.</summary>
/// <param name="store">The store; disposed of with this.</param>
/// <param name="watch">Is told how each call ended.</param>
public sealed class WatchedTables(ITables store, StoreWatch watch) : ITables, IDisposable
{
    private readonly ConcurrentDictionary<string, WatchedTable> tables = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ITable Open(string name) => tables.GetOrAdd(
        name, static (n, parts) => new WatchedTable(parts.Store.Open(n), parts.Watch), (Store: store, Watch: watch));

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) => watch.WatchAsync(PingedAsync(cancellationToken));

    /// <summary>Ends the store, where it has an end.</summary>
    public void Dispose() => (store as IDisposable)?.Dispose();

    private async Task<bool> PingedAsync(CancellationToken cancellationToken)
    {
        await store.PingAsync(cancellationToken);
        return true;
    }
}
