using TokenFunctions.Quotas;
using TokenFunctions.Registry;
using TokenFunctions.Renewals;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>Tells operators how each token stands.</summary>
public sealed class StatusBoard(
    RealmCatalog realms, SecretStore secrets, TokenStore tokens, QuotaStore quotas, StoreClock clock)
{
    /// <summary>The status of one token; null = there is no such secret.</summary>
    public async Task<TokenStatus?> FindAsync(TokenKey key, CancellationToken cancellationToken) =>
        await secrets.FindAsync(key, cancellationToken) is { } secret
            ? await ReadAsync(secret, new QuotaReader(quotas), cancellationToken)
            : null;

    /// <summary>The status of these secrets' tokens, in the same order.</summary>
    public async Task<IReadOnlyList<TokenStatus>> ReadAsync(
        IEnumerable<Secret> page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var statuses = new List<TokenStatus>();
        var reader = new QuotaReader(quotas);
        foreach (var secret in page) statuses.Add(await ReadAsync(secret, reader, cancellationToken));
        return statuses;
    }

    private async Task<TokenStatus> ReadAsync(Secret secret, QuotaReader reader, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var state = await tokens.GetAsync(secret.Key, cancellationToken);
        var realm = await realms.FindAsync(secret.Key.Realm, cancellationToken);
        if (realm?.Plan is { } plan) state = Settlement.View(state, plan.Policy, now);
        // A failure of another realm or secret than the one there is now is over.
        var holds = state.FailureSecretVersion == secret.Version && state.FailureRealmVersion == realm?.Realm.Version;
        var failure = holds ? state.Failure : null;
        return new TokenStatus(secret.Key)
        {
            Age = Age(state, realm, secret, now),
            Generation = state.Generation,
            IssuedAt = state.HasValue ? state.IssuedAt : null,
            ExpiresAt = state.ExpiresAt,
            DueAt = state.DueAt,
            NextRenewalAt = NextRenewalAt(state, realm, secret, now),
            UncertainSince = state.UncertainSince,
            Attempt = state.Attempt,
            Renewing = state.IsLeased(now),
            Failure = Doubt.Untold(state, realm?.Plan?.Policy) ?? failure,
            FailureCount = holds ? state.FailureCount : 0,
            Quotas = realm?.Plan?.Policy is { } policy
                ? await reader.ReadAsync(state, policy, now, cancellationToken)
                : [],
        };
    }

    private static DateTimeOffset? NextRenewalAt(
        TokenState state, RealmEntry? realm, Secret secret, DateTimeOffset now) =>
        realm?.Plan is { } plan ? new Situation(realm.Realm, plan, secret, state, now).NextRenewalAt : null;

    private static string Age(TokenState state, RealmEntry? realm, Secret secret, DateTimeOffset now) =>
        !state.HasValue ? "none"
        : RefreshPolicy.IsDead(state, secret, now) ? "dead"
        : RefreshPolicy.IsDue(state, realm?.Realm.Version ?? 0, secret.Version, now) ? "due"
        : "fresh";
}
