using TokenFunctions.Quotas;
using TokenFunctions.Registry;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Renewals.Reading;
using TokenFunctions.Storage;
using TokenFunctions.Telemetry;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>One renewal as a process sees it: it waits for whoever holds the lease, or takes the lease and makes the
/// attempt. A process runs at most one a token, so one waiter polls for all callers.</summary>
internal sealed class Renewal(
    Rows rows, Attempt attempt, Leasing leasing, CallQuotas quotas, MissingKeys missing, RenewalMetrics metrics,
    StoreClock clock, BrokerTimes times, Random random)
{
    /// <summary>Runs until a newer generation is there or an attempt has ended since <paramref name="seen"/>.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    /// <param name="seen">How the token stood at the first look.</param>
    /// <param name="causes">Why the present token is not enough; none = it is due or dead.</param>
    public async Task<RenewalEnd> RunAsync(Situation seen, ForceCauses causes)
    {
        var policy = seen.Plan.Policy;
        using var permit = quotas.Open(seen.State.Key.Realm, policy, causes != ForceCauses.None);
        using var wait = metrics.OpenWait(seen.State.Key.Realm);
        var giveUpAt = clock.Now + times.CallerDeadline;
        var watch = new RowWatch(rows, seen.State.Key, clock, times, random);
        var (own, takenAt) = ((string?)null, default(DateTimeOffset));
        while (true)
        {
            var row = await watch.ReadAsync();
            var now = clock.Now;
            if (rows.HeldFor(row) is { } unwritten)
            {
                if (HasEnded(seen.State, unwritten)) return End(seen.State, unwritten);
                await watch.PauseAsync(times.PollMax);
                continue;
            }

            var state = Settlement.View(row, policy, now);
            var held = IsHeldUnder(own, state) ? state : null;
            if (held is null && (HasEnded(seen.State, state) || HasFailed(seen, state))) return End(seen.State, state);
            if (held is null && state.IsLeased(now))
            {
                await wait.ForAsync(watch.PauseAsync(state.LeaseEnd!.Value - now));
                continue;
            }

            var looked = seen with { State = state, Now = now };
            // Written after the first look, such as by a holder whose first write was not answered.
            var holding = held is null ? looked.Holding ?? missing.Find(state.Key) : null;
            if (holding is not null) return new(state, holding, TokenOrigin.Database);
            if (held is null && Pace.SoonestAt(looked, causes != ForceCauses.None) is { } soonest)
            {
                // Nobody holds the lease meanwhile: whoever is first after the wait takes it.
                if (soonest > giveUpAt) return new(state, Refusals.TooSoon(soonest), TokenOrigin.Database);
                await watch.PauseAsync(soonest - now);
                continue;
            }

            if (held is null)
            {
                if (await permit.AskAsync(state.Quota) is { } refusal)
                {
                    if (await quotas.WaitAsync(refusal, giveUpAt)) continue;
                    return new RenewalEnd(state, refusal, TokenOrigin.Database);
                }

                // Counting may have taken time, which is not the lease's.
                now = clock.Now;
                var lease = leasing.Draft(state, policy, causes, now);
                held = await leasing.TakeAsync(lease, own is null);
                (own, takenAt) = (lease.LeaseId, now);
            }

            if (held is null || await attempt.RunAsync(held, takenAt, permit) is not { } end) continue;
            missing.Note(state.Key, end.Failure);
            if (!await quotas.WaitAsync(end.Failure, giveUpAt)) return end;
        }
    }

    private static bool IsHeldUnder(string? leaseId, TokenState state) =>
        leaseId is not null && string.Equals(state.LeaseId, leaseId, StringComparison.Ordinal);

    // A failure after a newer generation is not the failure of what was waited for.
    private static RenewalEnd End(TokenState seen, TokenState now)
    {
        var hasFailed = now.Generation <= seen.Generation && now.Outcome != AttemptOutcome.Succeeded;
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

    // The attempt that was waited for failed, and somebody began another before this look: its failure is the answer.
    private static bool HasFailed(Situation seen, TokenState now) =>
        now.Attempt > seen.State.Attempt
        && now.Failure is { } failure
        && failure.At != seen.State.Failure?.At
        && now.FailureRealmVersion == seen.Realm.Version
        && now.FailureSecretVersion == seen.Secret.Version;
}
