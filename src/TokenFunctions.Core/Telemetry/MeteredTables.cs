using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Telemetry;

/// <summary>A store that tells how long it takes, whatever store it is.</summary>
/// <param name="tables">The store; it is disposed of with this one.</param>
/// <param name="metrics">Gets the figures.</param>
public sealed class MeteredTables(ITables tables, FlowMetrics metrics) : ITables, IDisposable
{
    private const string NoTable = "none";

    /// <inheritdoc/>
    public ITable Open(string name) => new MeteredTable(tables.Open(name), name, metrics.Stores);

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) => metrics.Stores.IsHeard
        ? metrics.Stores.WatchAsync("ping", NoTable, () => AnswersAsync(cancellationToken), _ => CallOutcome.Ok)
        : tables.PingAsync(cancellationToken);

    /// <summary>Closes the store, if it can be closed.</summary>
    public void Dispose() => (tables as IDisposable)?.Dispose();

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        await tables.PingAsync(cancellationToken);
        return true;
    }
}
