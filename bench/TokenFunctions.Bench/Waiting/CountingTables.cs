using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Bench.Waiting;

/// <summary>A store that counts the operations on it.</summary>
internal sealed class CountingTables(ITables inner) : ITables
{
    /// <summary>The operations so far.</summary>
    public OperationCount Count { get; } = new();

    /// <inheritdoc/>
    public ITable Open(string name) => new CountingTable(inner.Open(name), Count);

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) => inner.PingAsync(cancellationToken);
}
