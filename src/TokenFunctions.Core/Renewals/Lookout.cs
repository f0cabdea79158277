using TokenFunctions.Registry;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>Finds out how a token stands.</summary>
internal sealed class Lookout(RealmCatalog realms, SecretCatalog secrets, TokenStore tokens, StoreClock clock)
{
    /// <summary>The situation, or why there can be none.</summary>
    /// <param name="key">Whose token.</param>
    /// <param name="state">Its row, if it was read a moment ago; null = it is read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<(Situation? Situation, TokenFailure? Obstacle)> LookAsync(
        TokenKey key, TokenState? state, CancellationToken cancellationToken)
    {
        var realm = await realms.FindAsync(key.Realm, cancellationToken);
        if (realm is null) return (null, Refusals.UnknownRealm(key.Realm));
        var secret = await secrets.FindAsync(key, cancellationToken);
        if (secret is null) return (null, Refusals.UnknownSecret(key));
        state ??= await tokens.GetAsync(key, cancellationToken);
        // A row made with a newer realm or secret than memory knows of would otherwise look due or dead, once to each
        // instance whose memory is that old.
        if (Math.Max(state.RealmVersion, state.FailureRealmVersion) > realm.Realm.Version)
            realm = await realms.ReadAnewAsync(key.Realm).WaitAsync(cancellationToken);
        if (Math.Max(state.SecretVersion, state.FailureSecretVersion) > secret.Version)
            secret = await secrets.ReadAnewAsync(key).WaitAsync(cancellationToken);
        return Place(key, realm, secret, state);
    }

    private (Situation? Situation, TokenFailure? Obstacle) Place(
        TokenKey key, RealmEntry? realm, Secret? secret, TokenState state)
    {
        if (realm is null) return (null, Refusals.UnknownRealm(key.Realm));
        if (realm.Plan is not { } plan) return (null, Refusals.UnreadableRealm(key.Realm));
        if (secret is null) return (null, Refusals.UnknownSecret(key));
        var now = clock.Now;
        return (new Situation(realm.Realm, plan, secret, Settlement.View(state, plan.Policy, now), now), null);
    }
}
