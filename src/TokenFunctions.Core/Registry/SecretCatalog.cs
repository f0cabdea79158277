using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Registry;

/// <summary>The secrets as the flow reads them, at most <see cref="BrokerTimes.RegistryAge"/> old while the store
/// answers; values are never kept in memory.</summary>
public sealed class SecretCatalog
{
    private readonly SecretStore store;
    private readonly ShortMemory<TokenKey, Secret> memory;

    /// <summary>A catalog over <paramref name="store"/>.</summary>
    public SecretCatalog(SecretStore store, BrokerTimes times, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(times);
        this.store = store;
        MissingKeys = new(time, times.RegistryAge);
        memory = new(time, times.RegistryAge, key => store.FindAsync(key, CancellationToken.None));
    }

    /// <summary>Whose renewal failed for want of a sealing key.</summary>
    internal MissingKeys MissingKeys { get; }

    /// <summary>What is known of the secret, perhaps from memory, however old while the store does not answer; null =
    /// there is none.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer, and the secret was never
    /// read.</exception>
    public Task<Secret?> FindAsync(TokenKey key, CancellationToken cancellationToken) =>
        memory.GetAsync(key, cancellationToken);

    /// <summary>What the store knows of the secret now.</summary>
    public Task<Secret?> ReadAnewAsync(TokenKey key) => memory.ReadAnewAsync(key);

    /// <summary>The secret's values; null = the vault does not have them.</summary>
    public Task<SecretFields?> ReadFieldsAsync(Secret secret) => store.ReadFieldsAsync(secret, CancellationToken.None);

    /// <summary>Forgets what was read of the secret.</summary>
    public void Forget(TokenKey key)
    {
        memory.Forget(key);
        MissingKeys.Forget(key);
    }
}
