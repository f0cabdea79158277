using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>Writes what a lease's holder has to write. The lease id in the row is the fence; the ETag only makes a write
/// atomic.</summary>
internal sealed class Ledger(TokenStore tokens, Outcomes outcomes, StoreClock clock, BrokerTimes times)
{
    /// <summary>Gives the lease back without a call.</summary>
    /// <returns>The end for those who wait; null = the lease was lost.</returns>
    public async Task<RenewalEnd?> ReleaseAsync(TokenState held, TokenFailure why)
    {
        var released = await WriteOwnAsync(
            held, state => new(state with { LeaseId = null, LeaseEnd = null, SentAt = null, Outcome = AttemptOutcome.Unsent }));
        return released is null ? null : new RenewalEnd(released, why with { At = clock.Now }, TokenOrigin.Database);
    }

    /// <summary>Writes the attempt's result in one write: value or failure, outcome, lease given back.</summary>
    /// <returns>The end for those who wait; null = the lease was lost, and the result with it.</returns>
    public async Task<RenewalEnd?> RecordAsync(TokenState held, Prepared prepared, UpstreamAnswer answer, DateTimeOffset sentAt)
    {
        var recorded = await WriteOwnAsync(held, state => answer.HasToken
            ? outcomes.SucceedAsync(state, prepared, answer.Token, sentAt)
            : new(outcomes.Fail(state, prepared, answer.Failure, sentAt)));
        if (recorded is not null)
            return new RenewalEnd(recorded, recorded.Outcome == AttemptOutcome.Failed ? recorded.Failure : null, TokenOrigin.Upstream);
        await AnswerLateAsync(held.Key, prepared.Plan.Policy, answer);
        return null;
    }

    /// <summary>Writes over the row as long as the lease in it is the holder's.</summary>
    /// <returns>The row as written; null = the lease is another's.</returns>
    public async Task<TokenState?> WriteOwnAsync(TokenState held, Func<TokenState, ValueTask<TokenState>> change)
    {
        var current = held;
        while (true)
        {
            var next = await change(current);
            if (await TrySaveAsync(next, held) is { } saved) return saved;
            current = await ReadAgainAsync(held);
            if (string.Equals(current.LeaseId, held.LeaseId, StringComparison.Ordinal)) continue;
            return IsRecorded(held, current) ? current : null;
        }
    }

    // Only its holder ends an attempt without beginning another: the write whose answer was lost took effect.
    private static bool IsRecorded(TokenState held, TokenState current) =>
        current.LeaseId is null && current.Attempt == held.Attempt;

    private async Task<TokenState?> TrySaveAsync(TokenState next, TokenState held)
    {
        try
        {
            return await tokens.TrySaveAsync(next, CancellationToken.None);
        }
        catch (StoreUnavailableException) when (clock.Now < held.LeaseEnd)
        {
            // The write may have taken effect; what the row says next decides.
            return null;
        }
    }

    private async Task<TokenState> ReadAgainAsync(TokenState held)
    {
        while (true)
        {
            try
            {
                return await tokens.GetAsync(held.Key, CancellationToken.None);
            }
            catch (StoreUnavailableException) when (clock.Now < held.LeaseEnd)
            {
                await Task.Delay(times.PollMin, clock.Time);
            }
        }
    }

    // The provider may have replaced its token by an answer that came too late to be stored. The mark carries the row's
    // attempt number, so that it also holds for a value that another attempt is writing just now.
    private async Task AnswerLateAsync(TokenKey key, RealmPolicy policy, UpstreamAnswer answer)
    {
        if (policy.Issue != IssueRule.Replaces || answer.Failure?.Reach is UpstreamReach.NotSent or UpstreamReach.Answered) return;
        while (true)
        {
            var current = await tokens.GetAsync(key, CancellationToken.None);
            if (await tokens.TrySaveAsync(current with { SuspectAttempt = current.Attempt }, CancellationToken.None) is not null) return;
        }
    }
}
