using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>The values of secrets, in the vault.</summary>
internal sealed class SecretValues(IVault vault, StoreClock clock)
{
    /// <summary>Reads the values; null = the vault does not have them (any more).</summary>
    public async Task<SecretFields?> ReadAsync(Secret secret, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal);
        if (secret is { VaultName: { } name, VaultVersion: { } version })
        {
            var document = await vault.ReadAsync(name, version, cancellationToken);
            if (document is null) return null;
            foreach (var (field, value) in SecretDocument.Read(document)) fields[field] = value;
        }

        if (secret.VaultSecret is { } address)
        {
            var followed = await vault.FollowAsync(address, cancellationToken);
            if (followed is null) return null;
            foreach (var (field, value) in SecretDocument.Read(followed.Value.Reveal())) fields[field] = value;
        }

        return new SecretFields(fields);
    }

    /// <summary>Writes the values of a draft, if it has any.</summary>
    /// <returns>The secret that names them, not yet written.</returns>
    public async Task<Secret> WriteAsync(SecretDraft draft, Secret? old, CancellationToken cancellationToken)
    {
        var secret = draft.Over(old, clock.Now);
        // The name stays although nothing is read by it now: older values lie there until the secret is removed.
        if (draft.Fields.Count == 0) return secret with { VaultName = old?.VaultName };
        var name = old?.VaultName ?? VaultName.New(draft.Key);
        return secret with
        {
            VaultName = name,
            VaultVersion = await vault.WriteAsync(name, SecretDocument.Write(draft.Fields), cancellationToken),
        };
    }
}
