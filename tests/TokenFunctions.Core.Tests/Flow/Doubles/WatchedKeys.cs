using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Core.Tests.Flow.Doubles;

/// <summary>Sealing keys that count how often one is looked for to open a value, and that can be out of reach.</summary>
internal sealed class WatchedKeys(ISealingKeys inner) : ISealingKeys
{
    private int finds;

    /// <summary>Whether no key for new values can be had; old values can be opened.</summary>
    public bool Down { get; set; }

    /// <summary>How many values can still be opened before no key of old values can be had any more.</summary>
    public int OpensLeft { get; set; } = int.MaxValue;

    /// <summary>How many values were opened.</summary>
    public int Finds => Volatile.Read(ref finds);

    public ValueTask<SealingKey> GetActiveAsync(CancellationToken cancellationToken) =>
        Down ? throw new VaultUnavailableException() : inner.GetActiveAsync(cancellationToken);

    public ValueTask<IReadOnlyList<SealingKey>> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);

    public ValueTask<SealingKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref finds);
        if (OpensLeft-- <= 0) throw new VaultUnavailableException();
        return inner.FindAsync(id, cancellationToken);
    }
}
