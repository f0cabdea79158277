using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Storage;

/// <summary>Whether saving a draft would change anything.</summary>
internal sealed class SecretEquality(IVault vault)
{
    /// <summary>Whether the secret is what the draft would make of it, its own values included. What lies behind
    /// <see cref="Secret.VaultSecret"/> is not looked at: it is followed, whatever it is.</summary>
    /// <exception cref="VaultUnavailableException">The vault does not answer or refuses.</exception>
    public async Task<bool> HoldsAsync(Secret secret, SecretDraft draft, CancellationToken cancellationToken)
    {
        if (!draft.LooksAs(secret)) return false;
        if (draft.Fields.Count == 0) return true;
        if (secret is not { VaultName: { } name, VaultVersion: { } version }) return false;
        try
        {
            if (await vault.ReadAsync(name, version, cancellationToken) is not { } document) return false;
            var values = SecretDocument.Read(document);
            return draft.Fields.Names.All(field => Equals(values.Find(field), draft.Fields.Find(field)));
        }
        catch (SealBrokenException)
        {
            // Saving the secret again is what heals it, so what cannot be opened counts as another value.
            return false;
        }
    }
}
