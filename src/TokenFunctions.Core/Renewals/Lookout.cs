using TokenFunctions.Registry;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Renewals.Reading;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>Finds out how a token stands.</summary>
internal sealed class Lookout(RealmCatalog realms, SecretCatalog secrets, Rows rows, StoreClock clock)
{
    /// <summary>The situation, or why there can be none. While the store does not answer it is made of what was last
    /// read.</summary>
    /// <param name="key">Whose token.</param>
    /// <param name="state">Its row, if it was read a moment ago; null = it is read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="isPlain">Whether any living token will do.</param>
    /// <exception cref="StoreUnavailableException">The store does not answer, and realm or secret were never
    /// read.</exception>
    public async ValueTask<(Situation? Situation, TokenFailure? Obstacle)> LookAsync(
        TokenKey key, TokenState? state, CancellationToken cancellationToken, bool isPlain = false)
    {
        var realm = await realms.FindAsync(key.Realm, cancellationToken);
        if (realm is null) return (null, Refusals.UnknownRealm(key.Realm));
        var secret = await secrets.FindAsync(key, cancellationToken);
        if (secret is null) return (null, Refusals.UnknownSecret(key));
        var isStale = false;
        if (state is null)
        {
            var known = rows.FindKnown(key);
            var isEnough = isPlain && known is not null && !RefreshPolicy.IsDead(known, secret, clock.Now);
            (state, isStale) = await rows.LookAsync(key, known, isEnough, cancellationToken);
        }

        if (isStale || !IsAhead(state, realm, secret)) return Place(key, realm, secret, state, isStale);
        var (newRealm, newSecret) = await CatchUpAsync(state, realm, secret, cancellationToken);
        return Place(key, newRealm, newSecret, state, isStale);
    }

    private static bool IsAhead(TokenState state, RealmEntry realm, Secret secret) =>
        RealmVersionOf(state) > realm.Realm.Version || SecretVersionOf(state) > secret.Version;

    private static long RealmVersionOf(TokenState state) => Math.Max(state.RealmVersion, state.FailureRealmVersion);

    private static long SecretVersionOf(TokenState state) => Math.Max(state.SecretVersion, state.FailureSecretVersion);

    // A row made with a newer realm or secret than memory knows of would otherwise look due or dead, once to each
    // instance whose memory is that old.
    private async Task<(RealmEntry? Realm, Secret? Secret)> CatchUpAsync(
        TokenState state, RealmEntry realm, Secret secret, CancellationToken cancellationToken)
    {
        var (newRealm, newSecret) = ((RealmEntry?)realm, (Secret?)secret);
        try
        {
            if (RealmVersionOf(state) > realm.Realm.Version)
                newRealm = await realms.ReadAnewAsync(state.Key.Realm).WaitAsync(cancellationToken);
            if (SecretVersionOf(state) > secret.Version)
                newSecret = await secrets.ReadAnewAsync(state.Key).WaitAsync(cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            // The row is there, so what memory knows beside it does: a living token is handed out.
        }

        return (newRealm, newSecret);
    }

    private (Situation? Situation, TokenFailure? Obstacle) Place(
        TokenKey key, RealmEntry? realm, Secret? secret, TokenState state, bool isStale)
    {
        if (realm is null) return (null, Refusals.UnknownRealm(key.Realm));
        if (realm.Plan is not { } plan) return (null, Refusals.UnreadableRealm(key.Realm));
        if (secret is null) return (null, Refusals.UnknownSecret(key));
        var now = clock.Now;
        var settled = Settlement.View(state, plan.Policy, now);
        return (new Situation(realm.Realm, plan, secret, settled, now) { IsStale = isStale }, null);
    }
}
