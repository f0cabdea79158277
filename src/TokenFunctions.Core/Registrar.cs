using TokenFunctions.Realms;
using TokenFunctions.Registry;
using TokenFunctions.Renewals;
using TokenFunctions.Storage;
using TokenFunctions.Sweeping;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>Every change of realms and secrets: the stores are changed first, then what this process remembers of them.
/// Other processes follow within <see cref="BrokerTimes.RegistryAge"/>.</summary>
public sealed class Registrar(
    RealmStore realms, SecretStore secrets, TokenStore tokens, InputStore inputs, RealmCatalog realmCatalog,
    SecretCatalog secretCatalog, TokenCache cache, DueHints hints, StoreClock clock)
{
    private readonly Amendments amendments = new(tokens, clock);

    /// <summary>Makes or replaces a realm that compiles.</summary>
    /// <returns>The realm as it was stored; null = <paramref name="mayReplace"/> said no.</returns>
    public async Task<Realm?> SaveRealmAsync(
        RealmDefinition definition, Predicate<Realm?> mayReplace, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var saved = await realms.SaveAsync(definition, mayReplace, cancellationToken);
        if (saved is null) return null;
        Forget(saved.Id);
        // Its secrets' tokens are due by the change.
        hints.PutChanged(secrets.ReadAsync(saved.Id, CancellationToken.None).Select(secret => secret.Key));
        return saved;
    }

    /// <summary>Removes a realm, with <paramref name="force"/> also its secrets and tokens.</summary>
    /// <param name="id">The realm.</param>
    /// <param name="version">Only this version; null = any.</param>
    /// <param name="force">Whether secrets are removed too, rather than keeping the realm.</param>
    /// <param name="cancellationToken">Ends the removal; asking again finishes it.</param>
    public async Task<RealmRemoval> RemoveRealmAsync(
        string id, long? version, bool force, CancellationToken cancellationToken)
    {
        var realm = await realms.FindAsync(id, cancellationToken);
        if (realm is null) return RealmRemoval.Missing;
        if (version is not null && version != realm.Version) return RealmRemoval.Changed;
        if (!force && await secrets.AnyAsync(id, cancellationToken)) return RealmRemoval.HasSecrets;
        // Secrets first: when this is cut off, the realm is still there to ask again for.
        foreach (var secret in await secrets.ListAsync(id, cancellationToken))
            await RemoveSecretAsync(secret.Key, null, cancellationToken);
        var removed = await realms.RemoveAsync(realm, cancellationToken);
        Forget(id);
        return removed ? RealmRemoval.Removed : RealmRemoval.Changed;
    }

    /// <summary>Makes or replaces a secret.</summary>
    /// <returns>The secret; null = there is no such realm, and nothing was stored.</returns>
    public Task<Secret?> SaveSecretAsync(SecretDraft draft, CancellationToken cancellationToken) =>
        SaveSecretAsync(draft, _ => true, cancellationToken);

    /// <summary>Makes or replaces a secret, if what is there now may be replaced.</summary>
    /// <returns>The secret; null = there is no such realm, or <paramref name="mayReplace"/> said no.</returns>
    public async Task<Secret?> SaveSecretAsync(
        SecretDraft draft, Predicate<Secret?> mayReplace, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var realm = await realmCatalog.ReadAnewAsync(draft.Key.Realm);
        if (realm is null) return null;
        var saved = await secrets.SaveAsync(draft, realm.Plan?.Policy.Identity ?? [], mayReplace, cancellationToken);
        if (saved is null) return null;
        Forget(draft.Key);
        if (saved.UpdatedAt != saved.CreatedAt) hints.PutChanged(draft.Key);
        else if (Wants.IsKeptWarm(saved, realm.Plan)) hints.PutNow(draft.Key);
        return saved;
    }

    /// <summary>Removes a secret and its token, if it is that version.</summary>
    /// <param name="key">The secret.</param>
    /// <param name="version">Only this version; null = any.</param>
    /// <param name="cancellationToken">Ends the removal; asking again finishes it.</param>
    public async Task<SecretRemoval> RemoveSecretAsync(
        TokenKey key, long? version, CancellationToken cancellationToken)
    {
        while (await secrets.FindAsync(key, cancellationToken) is { } secret)
        {
            if (version is not null && version != secret.Version) return SecretRemoval.Changed;
            if (!await secrets.RemoveAsync(secret, cancellationToken)) continue;
            // A secret that was saved meanwhile has a token and inputs of its own.
            if (await secrets.FindAsync(key, cancellationToken) is null) await DropTokenAsync(key, cancellationToken);
            return SecretRemoval.Removed;
        }

        // A removal that was cut off has perhaps left the token.
        await DropTokenAsync(key, cancellationToken);
        return SecretRemoval.Missing;
    }

    /// <summary>Keeps a pushed value, and lets a renewal that failed without it be tried at once.</summary>
    public async Task<PushedInput> PushInputAsync(
        TokenKey key, string name, SecretText value, CancellationToken cancellationToken)
    {
        var pushed = await inputs.SaveAsync(key, name, value, cancellationToken);
        await amendments.EndBackoffAsync(key, cancellationToken);
        secretCatalog.Forget(key);
        cache.ForgetFailures(key);
        hints.PutNow(key);
        return pushed;
    }

    /// <summary>Ends what keeps a token's renewal from being tried: a remembered failure, and the doubt whether a call
    /// that nobody saw answered has used its state up. For an operator who has seen to the cause and says: send it
    /// again. Value and state are kept; asking twice does no more than once.</summary>
    /// <returns>False = there is no such secret.</returns>
    public async Task<bool> RetryAsync(TokenKey key, CancellationToken cancellationToken)
    {
        if (await secrets.FindAsync(key, cancellationToken) is null) return false;
        var realm = await realmCatalog.FindAsync(key.Realm, cancellationToken);
        await amendments.RetryAsync(key, realm?.Plan?.Policy, cancellationToken);
        Forget(key);
        hints.PutNow(key);
        return true;
    }

    private async Task DropTokenAsync(TokenKey key, CancellationToken cancellationToken)
    {
        Forget(key);
        await inputs.RemoveAsync(key, cancellationToken);
        await amendments.EmptyAsync(key, cancellationToken);
        Forget(key);
    }

    private void Forget(string realm)
    {
        realmCatalog.Forget(realm);
        cache.Forget(realm);
    }

    private void Forget(TokenKey key)
    {
        secretCatalog.Forget(key);
        cache.Forget(key.Realm, key.Key);
    }
}
