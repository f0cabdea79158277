using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>One renewal as a process sees it: it waits for whoever holds the lease, or takes the lease and makes the
/// attempt. A process runs at most one a token, so one waiter polls for all callers.</summary>
internal sealed class Renewal(TokenStore tokens, Attempt attempt, StoreClock clock, BrokerTimes times, Random random)
{
    /// <summary>Runs until a newer generation is there or an attempt has ended since <paramref name="seen"/>.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<RenewalEnd> RunAsync(Situation seen, bool forced)
    {
        var policy = seen.Plan.Policy;
        var pause = times.PollMin;
        while (true)
        {
            var now = clock.Now;
            var state = Settlement.View(await tokens.GetAsync(seen.State.Key, CancellationToken.None), policy, now);
            if (HasEnded(seen.State, state)) return new RenewalEnd(state, Failure(state), TokenOrigin.Database);
            if (state.IsLeased(now))
            {
                pause = await PauseAsync(pause, state.LeaseEnd!.Value - now);
                continue;
            }

            var leased = await tokens.TrySaveAsync(Lease(state, policy, forced, now), CancellationToken.None);
            if (leased is not null && await attempt.RunAsync(leased, now) is { } end) return end;
        }
    }

    // Whoever waited for an attempt is answered by its end, whatever it was: nobody starts another in its wake. An attempt
    // that ended without a call, or without anybody seeing its answer, is not an end but a reason to take over.
    private static bool HasEnded(TokenState seen, TokenState now) =>
        now.Generation > seen.Generation
        || (now.LeaseId is null
            && now.Outcome is AttemptOutcome.Succeeded or AttemptOutcome.Failed
            && (now.Attempt > seen.Attempt || (now.Attempt == seen.Attempt && seen.LeaseId is not null)));

    private static TokenFailure? Failure(TokenState state) => state.Outcome == AttemptOutcome.Failed ? state.Failure : null;

    private TokenState Lease(TokenState state, RealmPolicy policy, bool forced, DateTimeOffset now) => state with
    {
        LeaseId = NewLeaseId(),
        LeaseEnd = now + policy.Timeout + times.LeaseReserve + times.ClockSlack,
        Attempt = state.Attempt + 1,
        Outcome = AttemptOutcome.None,
        SentAt = null,
        ForcedAt = forced ? now : state.ForcedAt,
    };

    private string NewLeaseId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private async Task<TimeSpan> PauseAsync(TimeSpan pause, TimeSpan untilLeaseEnd)
    {
        var jittered = pause * (0.5 + (random.NextDouble() / 2));
        await Task.Delay(jittered < untilLeaseEnd ? jittered : untilLeaseEnd, clock.Time);
        var next = pause * 1.5;
        return next < times.PollMax ? next : times.PollMax;
    }
}
