using System.Collections.Concurrent;
using Azure;
using Azure.Security.KeyVault.Secrets;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Storage.Watching;

namespace TokenFunctions.AzureStorage;

/// <summary>Sealing keys in a Key Vault: one secret, whose versions are the keys. The newest seals, all open.</summary>
/// <remarks>Where the secret is missing it is made. Two instances may do so at once: each then has a version, and finds
/// the other's by the id beside the sealed value.</remarks>
public sealed class KeyVaultSealingKeys : ISealingKeys, IDisposable
{
    /// <summary>The secret's name. Its value is 32 bytes in base64.</summary>
    public const string SecretName = "tokenfunctions-sealing-key";

    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly ConcurrentDictionary<string, SealingKey> known = new(StringComparer.Ordinal);
    private readonly SecretClient client;
    private readonly TimeProvider time;
    private readonly VaultCalls calls;
    private volatile ActiveKey? active;

    /// <summary>The keys in the vault of <paramref name="client"/>.</summary>
    /// <param name="client">The vault; made by <see cref="VaultClients"/>.</param>
    /// <param name="time">Tells when the newest version is looked for again: every 10 min.</param>
    /// <param name="watch">Is told how each call ended; null = nobody is.</param>
    public KeyVaultSealingKeys(SecretClient client, TimeProvider time, VaultWatch? watch = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(time);
        (this.client, this.time) = (client, time);
        calls = new VaultCalls(client.VaultUri.Host, "Key Vault Secrets Officer", watch);
    }

    /// <inheritdoc/>
    public async ValueTask<SealingKey> GetActiveAsync(CancellationToken cancellationToken)
    {
        if (active is { } fresh && time.GetUtcNow() < fresh.ReadAgainAt) return fresh.Key;
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (active is { } other && time.GetUtcNow() < other.ReadAgainAt) return other.Key;
            var key = await ReadNewestAsync(cancellationToken);
            active = new ActiveKey(key, time.GetUtcNow() + Memory);
            return key;
        }
        catch (VaultUnavailableException) when (active is { } old)
        {
            // A key does not age: while the vault is away the last one goes on sealing.
            active = old with { ReadAgainAt = time.GetUtcNow() + Patience };
            return old.Key;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<SealingKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (known.TryGetValue(id, out var key)) return key;
        var isVersion = id.Length is > 0 and <= 64 && id.All(char.IsAsciiLetterOrDigit);
        return isVersion ? await ReadAsync(id, cancellationToken) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SealingKey>> ListAsync(CancellationToken cancellationToken)
    {
        var newest = await GetActiveAsync(cancellationToken);
        return [newest, .. known.Values.Where(key => !string.Equals(key.Id, newest.Id, StringComparison.Ordinal))];
    }

    /// <summary>Lets go of what waits.</summary>
    public void Dispose() => turn.Dispose();

    private async Task<SealingKey> ReadNewestAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(null, cancellationToken) is { } there) return there;
        var made = new KeyVaultSecret(SecretName, Convert.ToBase64String(SealingKey.NewBytes()))
        {
            Properties = { ContentType = "application/octet-stream;base64" },
        };
        await calls.RunAsync(async limit => await client.SetSecretAsync(made, limit), cancellationToken);
        return await ReadAsync(null, cancellationToken)
            ?? throw new VaultUnavailableException($"The secret {SecretName} vanished after it was made:"
                + $" check who else works in the vault {client.VaultUri.Host}.");
    }

    private async Task<SealingKey?> ReadAsync(string? version, CancellationToken cancellationToken)
    {
        var secret = await calls.RunAsync<KeyVaultSecret?>(
            async limit =>
            {
                try
                {
                    return await client.GetSecretAsync(SecretName, version, cancellationToken: limit);
                }
                catch (RequestFailedException e)
                    when (e.Status == 404 || (version is not null && VaultFailure.IsDisabled(e)))
                {
                    return null;
                }
            },
            cancellationToken);
        return secret is null ? null : Remember(secret);
    }

    private SealingKey Remember(KeyVaultSecret secret)
    {
        var bytes = new byte[32];
        if (!Convert.TryFromBase64String(secret.Value, bytes, out var length) || length != bytes.Length)
            throw new VaultUnavailableException($"The secret {SecretName} in the vault {client.VaultUri.Host}"
                + " is not 32 bytes in base64: set a right version.");
        var key = new SealingKey(secret.Properties.Version, bytes);
        return known.GetOrAdd(key.Id, key);
    }

    private sealed record ActiveKey(SealingKey Key, DateTimeOffset ReadAgainAt);
}
