using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>One renewal as a process sees it: it waits for whoever holds the lease, or takes the lease and makes the
/// attempt. A process runs at most one a token, so one waiter polls for all callers.</summary>
internal sealed class Renewal(
    TokenStore tokens, Attempt attempt, Leasing leasing, StoreClock clock, BrokerTimes times, Random random)
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(1);

    /// <summary>Runs until a newer generation is there or an attempt has ended since <paramref name="seen"/>.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<RenewalEnd> RunAsync(Situation seen, bool forced)
    {
        var policy = seen.Plan.Policy;
        var pause = times.PollMin;
        var (own, takenAt) = ((string?)null, default(DateTimeOffset));
        while (true)
        {
            var now = clock.Now;
            var state = Settlement.View(await tokens.GetAsync(seen.State.Key, CancellationToken.None), policy, now);
            var held = IsHeldUnder(own, state) ? state : null;
            if (held is null && HasEnded(seen.State, state)) return End(seen.State, state);
            if (held is null && state.IsLeased(now))
            {
                pause = await PauseAsync(pause, state.LeaseEnd!.Value - now);
                continue;
            }

            if (held is null)
            {
                var lease = leasing.Draft(state, policy, forced, now);
                held = await leasing.TakeAsync(lease, own is null);
                (own, takenAt) = (lease.LeaseId, now);
            }

            if (held is not null && await attempt.RunAsync(held, takenAt, forced) is { } end) return end;
        }
    }

    private static bool IsHeldUnder(string? leaseId, TokenState state) =>
        leaseId is not null && string.Equals(state.LeaseId, leaseId, StringComparison.Ordinal);

    // A failure after a newer generation is not the failure of what was waited for.
    private static RenewalEnd End(TokenState seen, TokenState now)
    {
        var hasFailed = now.Generation <= seen.Generation && now.Outcome == AttemptOutcome.Failed;
        return new RenewalEnd(now, hasFailed ? now.Failure : null, TokenOrigin.Database);
    }

    // Whoever waited for an attempt is answered by its end, whatever it was: nobody starts another in its wake. An
    // attempt that ended without a call, or without anybody seeing its answer, is not an end but a reason to take over.
    private static bool HasEnded(TokenState seen, TokenState now) =>
        now.Generation > seen.Generation
        || (now.LeaseId is null
            && now.Outcome is AttemptOutcome.Succeeded or AttemptOutcome.Failed
            && (now.Attempt > seen.Attempt || (now.Attempt == seen.Attempt && WasUnderWay(seen))));

    // A holder may record its result after its lease's end, as long as nobody has taken over.
    private static bool WasUnderWay(TokenState seen) =>
        seen.LeaseId is not null || seen.Outcome == AttemptOutcome.Unanswered;

    private async Task<TimeSpan> PauseAsync(TimeSpan pause, TimeSpan untilLeaseEnd)
    {
        var jittered = pause * (0.5 + (random.NextDouble() / 2));
        var delay = jittered < untilLeaseEnd ? jittered : untilLeaseEnd;
        // A timer counts whole milliseconds; less than one would be no pause at all.
        await Task.Delay(delay < LeastPause ? LeastPause : delay, clock.Time);
        var next = pause * 1.5;
        return next < times.PollMax ? next : times.PollMax;
    }
}
