using System.Collections.Concurrent;
using Azure;
using Azure.Security.KeyVault.Secrets;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Storage.Watching;
using TokenFunctions.Tokens;

namespace TokenFunctions.AzureStorage;

/// <summary>Documents as secrets of an Azure Key Vault.</summary>
/// <remarks>Removing starts the vault's soft delete and purges nothing: the name stays taken until the vault's own time
/// is over, so callers never use a name twice.</remarks>
public sealed class KeyVault : IVault
{
    private const string Json = "application/json";

    private readonly SecretClient own;
    private readonly VaultCalls calls;
    private readonly VaultWatch? watch;
    private readonly Func<Uri, SecretClient> openForeign;
    private readonly ConcurrentDictionary<string, SecretClient> foreign = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The vault of <paramref name="client"/>.</summary>
    /// <param name="client">The vault that documents are written to; made by <see cref="VaultClients"/>.</param>
    /// <param name="openForeign">Gives the client of another vault, for secrets that are
    /// followed; asked once a vault.</param>
    /// <param name="watch">Is told how each call ended; null = nobody is.</param>
    public KeyVault(SecretClient client, Func<Uri, SecretClient> openForeign, VaultWatch? watch = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        (own, this.openForeign, this.watch) = (client, openForeign, watch);
        calls = new VaultCalls(client.VaultUri.Host, "Key Vault Secrets Officer", watch);
    }

    /// <inheritdoc/>
    public bool IsInStore => false;

    /// <inheritdoc/>
    public Task<string> WriteAsync(string name, string document, CancellationToken cancellationToken)
    {
        var secret = new KeyVaultSecret(name, document) { Properties = { ContentType = Json } };
        return calls.RunAsync(
            async limit => (await own.SetSecretAsync(secret, limit)).Value.Properties.Version, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string?> ReadAsync(string name, string version, CancellationToken cancellationToken) =>
        (await FindAsync(own, calls, name, version, cancellationToken))?.Value;

    /// <inheritdoc/>
    public Task RemoveAsync(string name, CancellationToken cancellationToken) =>
        calls.RunAsync(limit => RemoveOnceAsync(name, limit), cancellationToken);

    /// <inheritdoc/>
    public bool CanFollow(Uri address) => SecretAddress.TryRead(address, own.VaultUri, out _);

    /// <inheritdoc/>
    /// <remarks>The newest version, unless the address names one.</remarks>
    public async Task<VaultValue?> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        if (!SecretAddress.TryRead(address, own.VaultUri, out var secret))
            throw new VaultUnavailableException("The address is not that of a Key Vault secret:"
                + " it looks like https://NAME.vault.azure.net/secrets/NAME.");
        var client = secret.Vault == own.VaultUri
            ? own
            : foreign.GetOrAdd(secret.Vault.Host, static (_, o) => o.Open(o.Vault), (Open: openForeign, secret.Vault));
        var reading = new VaultCalls(secret.Vault.Host, "Key Vault Secrets User", watch);
        var found = await FindAsync(client, reading, secret.Name, secret.Version, cancellationToken);
        return found is null ? null : new VaultValue(new SecretText(found.Value), found.Properties.Version);
    }

    private static Task<KeyVaultSecret?> FindAsync(
        SecretClient client, VaultCalls calls, string name, string? version, CancellationToken cancellationToken) =>
        calls.RunAsync<KeyVaultSecret?>(
            async limit =>
            {
                try
                {
                    return await client.GetSecretAsync(name, version, cancellationToken: limit);
                }
                catch (RequestFailedException e) when (e.Status == 404 || VaultFailure.IsDisabled(e))
                {
                    return null;
                }
            },
            cancellationToken);

    // The vault finishes the deletion by itself; waiting for it would cost the caller seconds for nothing.
    private async Task<bool> RemoveOnceAsync(string name, CancellationToken limit)
    {
        try
        {
            await own.StartDeleteSecretAsync(name, limit);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 404 || VaultFailure.IsBeingDeleted(e))
        {
            return false;
        }
    }
}
