using TokenFunctions.Quotas;
using TokenFunctions.Registry;
using TokenFunctions.Renewals;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Standings;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>Tells operators how each token stands.</summary>
public sealed class StatusBoard(
    RealmCatalog realms, SecretStore secrets, TokenStore tokens, QuotaStore quotas, StoreClock clock)
{
    // A page of rows is as much work as some rows one by one.
    private const int Few = 20;
    private const int PagePerRow = 200;

    private readonly TokenScan scan = new(realms, tokens, clock);
    private readonly SharedScan shared = new(clock.Time);

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

    /// <summary>How these secrets' tokens stand, in the same order. Of many, it may be some seconds old.</summary>
    /// <param name="realm">Whose secrets they are; null = of all realms.</param>
    /// <param name="all">All secrets of the realm, or of all realms.</param>
    /// <param name="wanted">Those of them that are asked for.</param>
    /// <param name="cancellationToken">The leaving of who asks; a reading for others goes on.</param>
    /// <returns>Null = there are so many that it takes longer; it can be asked again.</returns>
    public async Task<IReadOnlyList<Standing>?> StandAsync(
        string? realm, IReadOnlyList<Secret> all, IReadOnlyList<Secret> wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(wanted);
        var found = wanted.Count <= Math.Max(Few, all.Count / PagePerRow)
            ? await scan.ReadEachAsync(wanted, cancellationToken)
            : await shared.FindAsync(
                realm ?? "", () => scan.ReadPagesAsync(all, CancellationToken.None), cancellationToken);
        if (found is null) return null;
        return [.. wanted.Select(each => found.TryGetValue(each.Key, out var known) ? known : Standing.None(each.Key))];
    }

    private async Task<TokenStatus> ReadAsync(Secret secret, QuotaReader reader, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var state = await tokens.GetAsync(secret.Key, cancellationToken);
        var realm = await realms.FindAsync(secret.Key.Realm, cancellationToken);
        if (realm?.Plan is { } plan) state = Settlement.View(state, plan.Policy, now);
        var standing = StandingRule.Of(state, realm, secret, now);
        return new TokenStatus(secret.Key)
        {
            Age = StandingRule.AgeOf(state, realm, secret, now),
            State = standing.State,
            Generation = state.Generation,
            IssuedAt = state.HasValue ? state.IssuedAt : null,
            ExpiresAt = state.ExpiresAt,
            DueAt = state.DueAt,
            DeadAt = standing.DeadAt,
            NextRenewalAt = NextRenewalAt(state, realm, secret, now),
            UncertainSince = state.UncertainSince,
            Attempt = state.Attempt,
            Renewing = state.IsLeased(now),
            Failure = StandingRule.FailureOf(state, realm, secret),
            FailureCount = StandingRule.IsOfThese(state, realm, secret) ? state.FailureCount : 0,
            Quotas = realm?.Plan?.Policy is { } policy
                ? await reader.ReadAsync(state, policy, now, cancellationToken)
                : [],
        };
    }

    private static DateTimeOffset? NextRenewalAt(
        TokenState state, RealmEntry? realm, Secret secret, DateTimeOffset now) =>
        realm?.Plan is { } plan ? new Situation(realm.Realm, plan, secret, state, now).NextRenewalAt : null;
}
