using TokenFunctions.Realms;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>For how long a failure keeps the provider from being asked, by its kind.</summary>
internal sealed class Holds(BrokerTimes times, Random random)
{
    // Instances and tokens that failed together should not probe together.
    private const double ProbeJitter = 0.1;

    /// <summary>When asking again can help; null = when the realm or the secret was changed, or an operator says
    /// retry.</summary>
    /// <param name="failure">What failed.</param>
    /// <param name="policy">The realm's policy.</param>
    /// <param name="forced">Whether the attempt was forced; other limits may match it.</param>
    /// <param name="failures">How many attempts have failed in a row, 1 or more.</param>
    /// <param name="now">When it failed, store time.</param>
    public DateTimeOffset? Until(
        UpstreamFailure failure, RealmPolicy policy, bool forced, int failures, DateTimeOffset now)
    {
        switch (failure.Kind)
        {
            case FailureKind.BadCredentials or FailureKind.Reauthorize:
            case FailureKind.SecretIncomplete or FailureKind.Uncertain:
                return null;
            case FailureKind.Throttled or FailureKind.Quota:
                var end = failure.RetryAfter ?? WindowLeft(failure.Kind, policy, forced, now);
                return now + Longer(Backoff.Delay(times, random, failures, end), policy.MinInterval);
            case FailureKind.IpDenied or FailureKind.Rejected:
                var probe = times.ProbeInterval * (1 + (ProbeJitter * random.NextDouble()));
                return now + Longer(probe, failure.RetryAfter ?? TimeSpan.Zero);
            case FailureKind.UpstreamTokenInvalid when failure.Reach == UpstreamReach.NotSent:
                // The token that this one is got with is there again by then, and asking for it costs no call.
                var pause = Backoff.Delay(times, random, failures, null);
                return now + (failure.RetryAfter < pause ? failure.RetryAfter.Value : pause);
            default:
                return now + Longer(Backoff.Delay(times, random, failures, failure.RetryAfter), policy.MinInterval);
        }
    }

    // The provider's windows are not known. The realm's are as good a guess as any, and the shortest of them errs to
    // the side of one call too many.
    private TimeSpan WindowLeft(FailureKind kind, RealmPolicy policy, bool forced, DateTimeOffset now)
    {
        var windows = policy.Limits.Where(limit => forced || !limit.ForcedOnly).Select(limit => limit.Window).ToList();
        if (windows.Count == 0) return kind == FailureKind.Throttled ? times.ThrottledPause : times.QuotaPause;
        var shortest = windows.Min();
        return shortest - TimeSpan.FromTicks((now - DateTimeOffset.UnixEpoch).Ticks % shortest.Ticks);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
