namespace TokenFunctions.Storage.Sealing;

/// <summary>The keys that values at rest are sealed with.</summary>
public interface ISealingKeys
{
    /// <summary>The key for new values.</summary>
    /// <exception cref="Vault.VaultUnavailableException">The key lies in a vault that cannot be reached.</exception>
    ValueTask<SealingKey> GetActiveAsync(CancellationToken cancellationToken);

    /// <summary>The key of that id; null = there is none.</summary>
    /// <exception cref="Vault.VaultUnavailableException">The key lies in a vault that cannot be reached.</exception>
    ValueTask<SealingKey?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The keys that are at hand, the active one first. Keys of a vault are at hand once they were
    /// needed.</summary>
    /// <exception cref="Vault.VaultUnavailableException">The key lies in a vault that cannot be reached.</exception>
    ValueTask<IReadOnlyList<SealingKey>> ListAsync(CancellationToken cancellationToken);
}
