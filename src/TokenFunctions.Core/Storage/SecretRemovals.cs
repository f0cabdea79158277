using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Storage;

/// <summary>Removes secrets: the row says first that it is leaving, in one write that whoever saves at the same time
/// loses or wins as a whole. Then go the values, and the row last: a credential that no row names could never be removed
/// any more.</summary>
internal sealed class SecretRemovals(ITable table, IVault vault)
{
    /// <summary>Removes the secret as it was read. False = it was changed meanwhile, and nothing is removed.</summary>
    /// <exception cref="VaultUnavailableException">The vault does not answer or refuses; asking again ends the
    /// removal.</exception>
    public async Task<bool> RemoveAsync(Secret secret, CancellationToken cancellationToken)
    {
        if (await BeginAsync(secret, cancellationToken) is not { } leaving) return false;
        if (leaving.VaultName is { } name) await vault.RemoveAsync(name, cancellationToken);
        while (!await DropAsync(leaving, cancellationToken))
        {
            // Something else was noted in the row, or another process has ended this removal.
            var now = await FindAsync(secret, cancellationToken);
            if (now is not { IsLeaving: true } || now.Version != leaving.Version) break;
            leaving = now;
        }

        return true;
    }

    /// <summary>Removes the values of a secret that was leaving when another took its row. What is there now is right
    /// in any case: a vault that refuses has said so to whoever began the removal.</summary>
    public async Task EndAsync(Secret leaving, CancellationToken cancellationToken)
    {
        if (leaving.VaultName is not { } name) return;
        try
        {
            await vault.RemoveAsync(name, cancellationToken);
        }
        catch (VaultUnavailableException)
        {
            // The new secret is stored, and "nothing changed" would be wrong.
        }
    }

    /// <summary>Removes the values that a save wrote whose row came too late, unless the row that is there names them
    /// and stays.</summary>
    public async Task DropOrphanAsync(Secret late, Secret? now, CancellationToken cancellationToken)
    {
        var isNamed = now is { IsLeaving: false } && string.Equals(late.VaultName, now.VaultName, StringComparison.Ordinal);
        if (late.VaultName is { } orphan && !isNamed) await vault.RemoveAsync(orphan, cancellationToken);
    }

    private async Task<Secret?> BeginAsync(Secret secret, CancellationToken cancellationToken)
    {
        if (secret.IsLeaving) return secret;
        var leaving = secret with { Leaving = secret.Version };
        var result = await table.ReplaceAsync(SecretRow.Write(leaving), secret.ETag!, cancellationToken);
        if (result.Written) return leaving with { ETag = result.ETag };
        // Perhaps an earlier try to remove it was cut off here.
        var now = await FindAsync(secret, cancellationToken);
        return now is { IsLeaving: true } && now.Version == secret.Version ? now : null;
    }

    private async Task<Secret?> FindAsync(Secret secret, CancellationToken cancellationToken) =>
        await table.GetAsync(SecretRow.Address(secret.Key), cancellationToken) is { } row ? SecretRow.Read(row) : null;

    private async Task<bool> DropAsync(Secret leaving, CancellationToken cancellationToken)
    {
        var address = SecretRow.Address(leaving.Key);
        return await table.DeleteAsync(address, leaving.ETag!, cancellationToken) == WriteOutcome.Written;
    }
}
