using TokenFunctions.Realms;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Quotas;

/// <summary>The realms' own limits of calls (<c>policy.limits</c>), counted over all instances.</summary>
internal sealed class CallQuotas(QuotaStore store, StoreClock clock, BrokerTimes times, Random random)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    private readonly RealmCounters counters = new(store, clock, times, random);

    /// <summary>The counters of whole realms.</summary>
    public RealmCounters Realms => counters;

    /// <summary>Opens a renewal's permit; it is closed at the renewal's end.</summary>
    public CallPermit Open(string realm, RealmPolicy policy, bool forced) =>
        new(counters, realm, policy, forced, clock);

    /// <summary>Why a renewal that nobody forces cannot be now, and not soon, if that is known without asking the
    /// store: so a due token asks nothing of the store until there is room again. Else null.</summary>
    public TokenFailure? Holding(Situation situation)
    {
        var policy = situation.Plan.Policy;
        if (policy.Limits.Count == 0 || !situation.IsDue) return null;
        var refusal = SecretCounts.Refusal(situation.State.Quota, policy, forced: false, situation.Now)
            ?? counters.Refusal(situation.State.Key.Realm, policy, forced: false);
        return refusal is null || IsSoon(refusal) ? null : refusal;
    }

    /// <summary>Waits for room where there will be some soon.</summary>
    /// <param name="refusal">Why there is none now; null, or another failure = that is not so.</param>
    /// <param name="giveUpAt">When waiting has no use any more.</param>
    /// <returns>Whether it waited.</returns>
    public async Task<bool> WaitAsync(TokenFailure? refusal, DateTimeOffset giveUpAt)
    {
        if (refusal is not { Kind: FailureKind.QuotaExhausted }) return false;
        if (!IsSoon(refusal) || refusal.RetryAt > giveUpAt) return false;
        // Not all who wait should ask in the same moment.
        var spread = times.PollMin * random.NextDouble();
        var left = refusal.RetryAt!.Value - clock.Now;
        await Task.Delay((left > TimeSpan.Zero ? left : TimeSpan.Zero) + spread + Least, clock.Time);
        return true;
    }

    private bool IsSoon(TokenFailure refusal) => refusal.RetryAt - clock.Now <= times.PollMax;
}
