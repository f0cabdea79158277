using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>The secrets: what is known of them in the table <c>secrets</c>, their values in the vault.</summary>
public sealed class SecretStore(ITables tables, IVault vault, StoreClock clock)
{
    /// <summary>The table's name.</summary>
    internal const string TableName = "secrets";

    private readonly ITable table = tables.Open(TableName);
    private readonly SecretEquality equality = new(vault);
    private readonly SecretValues values = new(vault, clock);
    private readonly SecretRemovals removals = new(tables.Open(TableName), vault);

    /// <summary>Reads what is known of a secret; null = there is none.</summary>
    public async Task<Secret?> FindAsync(TokenKey key, CancellationToken cancellationToken) =>
        await table.GetAsync(SecretRow.Address(key), cancellationToken) is { } row ? SecretRow.Read(row) : null;

    /// <summary>The secrets of a realm, or of all realms (null), in the order of their addresses.</summary>
    public async Task<IReadOnlyList<Secret>> ListAsync(string? realm, CancellationToken cancellationToken) =>
        await ReadAsync(realm, cancellationToken).ToListAsync(cancellationToken);

    /// <summary>The same page by page, for realms with many.</summary>
    public IAsyncEnumerable<Secret> ReadAsync(string? realm, CancellationToken cancellationToken) =>
        table.ReadAllAsync(new RowQuery { Partition = realm }, cancellationToken).Select(SecretRow.Read);

    /// <summary>A page of the secrets of all realms, in the order of their addresses.</summary>
    /// <param name="size">The most secrets of the page, 1 to 1000.</param>
    /// <param name="continuation">The last page's continuation; null = the first page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<(IReadOnlyList<Secret> Secrets, string? Continuation)> PageAsync(
        int size, string? continuation, CancellationToken cancellationToken)
    {
        var page = await table.QueryAsync(new RowQuery { PageSize = size }, continuation, cancellationToken);
        return ([.. page.Rows.Select(SecretRow.Read)], page.Continuation);
    }

    /// <summary>Whether the realm has any secret.</summary>
    public async Task<bool> AnyAsync(string realm, CancellationToken cancellationToken)
    {
        var rows = table.ReadAllAsync(new RowQuery { Partition = realm, PageSize = 1 }, cancellationToken);
        return await rows.AnyAsync(cancellationToken);
    }

    /// <summary>Makes or replaces a secret. The values are in the vault before the row names them, so a crash in
    /// between leaves the old secret whole. What is there already and equal is not written: its version stays, so that
    /// a pipeline that saves the same secret again and again makes no token due.</summary>
    /// <param name="draft">The secret; its values replace all old ones.</param>
    /// <param name="identity">Fields whose change makes it another account.</param>
    /// <param name="cancellationToken">Ends the attempt to write.</param>
    /// <exception cref="VaultUnavailableException">The vault does not answer or refuses; nothing changed.</exception>
    public async Task<Secret> SaveAsync(
        SecretDraft draft, IReadOnlyList<string> identity, CancellationToken cancellationToken) =>
        (await SaveAsync(draft, identity, _ => true, cancellationToken))!;

    /// <summary>Makes or replaces a secret likewise, if what is there now may be replaced.</summary>
    /// <param name="draft">The secret; its values replace all old ones.</param>
    /// <param name="identity">Fields whose change makes it another account.</param>
    /// <param name="mayReplace">Says of the secret that is there (null = none) whether it may be replaced.</param>
    /// <param name="cancellationToken">Ends the attempt to write.</param>
    /// <returns>The secret as it was stored; null = <paramref name="mayReplace"/> said no.</returns>
    /// <exception cref="VaultUnavailableException">The vault does not answer or refuses; nothing changed.</exception>
    public async Task<Secret?> SaveAsync(
        SecretDraft draft, IReadOnlyList<string> identity, Predicate<Secret?> mayReplace,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        while (true)
        {
            var old = await FindAsync(draft.Key, cancellationToken);
            if (!mayReplace(old)) return null;
            // Values that somebody is removing are not added to: the new ones have a place of their own.
            var kept = old is { IsLeaving: true } ? null : old;
            if (kept is not null && await equality.HoldsAsync(kept, draft, cancellationToken)) return kept;
            var secret = await values.WriteAsync(draft, kept, cancellationToken);
            if (old is { IsLeaving: true }) secret = Beyond(secret, old.Version);
            if (kept is not null && await IsSameAccountAsync(kept, draft, identity, cancellationToken))
                secret = secret with { IdentityVersion = kept.IdentityVersion };
            var row = SecretRow.Write(secret);
            var result = old is null
                ? await table.InsertAsync(row, cancellationToken)
                : await table.ReplaceAsync(row, old.ETag!, cancellationToken);
            if (result.Written)
            {
                if (kept is null && old is not null) await removals.EndAsync(old, cancellationToken);
                return secret with { ETag = result.ETag };
            }

            var now = await FindAsync(draft.Key, cancellationToken);
            await removals.DropOrphanAsync(secret, now, cancellationToken);
        }
    }

    /// <summary>Removes the secret as it was read, and its values. False = it was changed meanwhile, and
    /// nothing is removed.</summary>
    /// <exception cref="VaultUnavailableException">The vault does not answer or refuses; asking again ends the
    /// removal.</exception>
    public Task<bool> RemoveAsync(Secret secret, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return removals.RemoveAsync(secret, cancellationToken);
    }

    /// <summary>Reads the values; null = the vault does not have them (any more).</summary>
    public Task<SecretFields?> ReadFieldsAsync(Secret secret, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return values.ReadAsync(secret, cancellationToken);
    }

    // Its token is another secret's, so neither version may be one that the token knows.
    private static Secret Beyond(Secret secret, long version)
    {
        var next = Math.Max(secret.Version, version + 1);
        return secret with { Version = next, IdentityVersion = next };
    }

    private async Task<bool> IsSameAccountAsync(
        Secret old, SecretDraft draft, IReadOnlyList<string> identity, CancellationToken cancellationToken)
    {
        if (identity.Count == 0) return true;
        try
        {
            var before = await ReadFieldsAsync(old, cancellationToken) ?? SecretFields.None;
            return identity.All(name => Equals(before.Find(name), draft.Fields.Find(name)));
        }
        catch (SealBrokenException)
        {
            // Saving the secret again is what heals it, so what it was before must not be in the way.
            return false;
        }
    }
}
