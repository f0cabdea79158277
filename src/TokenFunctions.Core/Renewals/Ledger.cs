using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Sweeping;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>Writes what a lease's holder has to write. The lease id in the row is the fence; the ETag only makes a
/// write atomic.</summary>
internal sealed class Ledger(
    TokenStore tokens, Outcomes outcomes, DueHints hints, StoreClock clock, BrokerTimes times)
{
    private readonly LateAnswers late = new(tokens, outcomes, hints, clock, times);

    /// <summary>Gives the lease back without a call.</summary>
    /// <returns>The end for those who wait; null = the lease was lost.</returns>
    public async Task<RenewalEnd?> ReleaseAsync(TokenState held, TokenFailure why)
    {
        var released = await WriteOwnAsync(held, state => new(Unsent(state)));
        return released is null ? null : new RenewalEnd(released, why with { At = clock.Now }, TokenOrigin.Database);
    }

    /// <summary>Writes the attempt's result in one write: value or failure, outcome, lease given back.</summary>
    /// <returns>The end for those who wait; null = the lease was lost, and the result with it.</returns>
    public async Task<RenewalEnd?> RecordAsync(
        TokenState held, Prepared prepared, UpstreamAnswer answer, DateTimeOffset sentAt)
    {
        var recorded = await WriteResultAsync(held, prepared, answer, sentAt);
        if (recorded is not null)
        {
            hints.Note(recorded);
            var failure = recorded.Outcome == AttemptOutcome.Failed ? recorded.Failure : null;
            return new RenewalEnd(recorded, failure, TokenOrigin.Upstream);
        }

        await late.ReportAsync(held, prepared, answer);
        return null;
    }

    private async Task<TokenState?> WriteResultAsync(
        TokenState held, Prepared prepared, UpstreamAnswer answer, DateTimeOffset sentAt)
    {
        try
        {
            return await WriteOwnAsync(held, state => answer.HasToken
                ? outcomes.SucceedAsync(state, prepared, answer.Token, sentAt)
                : outcomes.FailAsync(state, prepared, answer.Failure, sentAt));
        }
        catch (RowTooLargeException)
        {
            // Where tokens replace each other the old one may be dead by this one, so it counts as an unseen answer.
            var (kind, detail) = Refusals.TooLarge();
            var failure = new UpstreamFailure(kind, detail, UpstreamReach.Unanswered) { State = answer.State };
            return await WriteOwnAsync(held, state => outcomes.FailAsync(state, prepared, failure, sentAt));
        }
    }

    /// <summary>Gives the lease back after the store failed before anything was sent, as well as the store lets it:
    /// nobody should wait for the end of a lease that sends nothing.</summary>
    public async Task GiveBackAsync(TokenState held)
    {
        try
        {
            var now = await tokens.GetAsync(held.Key, CancellationToken.None);
            if (IsOwn(held, now)) await tokens.TrySaveAsync(Unsent(now), CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // The lease ends by itself.
        }
    }

    /// <summary>Writes over the row as long as the lease in it is the holder's.</summary>
    /// <returns>The row as written; null = the lease is another's.</returns>
    public async Task<TokenState?> WriteOwnAsync(TokenState held, Func<TokenState, ValueTask<TokenState>> change)
    {
        var (current, pause) = (held, new GrowingPause(clock.Time, times));
        do
        {
            if (await TryWriteAsync(held, current, change, pause) is { } saved) return saved;
            current = await ReadAgainAsync(held);
        }
        while (IsOwn(held, current));

        return IsRecorded(held, current) ? current : null;
    }

    // Null = the row was changed, or the write was not answered and may have taken effect: the row says which.
    private async Task<TokenState?> TryWriteAsync(
        TokenState held, TokenState current, Func<TokenState, ValueTask<TokenState>> change, GrowingPause pause)
    {
        try
        {
            return await tokens.TrySaveAsync(await change(current), CancellationToken.None);
        }
        catch (Exception e) when (e is StoreUnavailableException or VaultUnavailableException && IsInTime(held))
        {
            await pause.WaitAsync();
            return null;
        }
    }

    private async Task<TokenState> ReadAgainAsync(TokenState held)
    {
        var pause = new GrowingPause(clock.Time, times);
        while (true)
        {
            try
            {
                return await tokens.GetAsync(held.Key, CancellationToken.None);
            }
            catch (StoreUnavailableException) when (IsInTime(held))
            {
                await pause.WaitAsync();
            }
        }
    }

    private bool IsInTime(TokenState held) => clock.Now < held.LeaseEnd;

    private static TokenState Unsent(TokenState state) =>
        state with { LeaseId = null, LeaseEnd = null, SentAt = null, Outcome = AttemptOutcome.Unsent };

    private static bool IsOwn(TokenState held, TokenState current) =>
        string.Equals(current.LeaseId, held.LeaseId, StringComparison.Ordinal);

    // Only its holder ends an attempt, or writes its value: the write whose answer was lost took effect.
    private static bool IsRecorded(TokenState held, TokenState current) =>
        (current.LeaseId is null && current.Attempt == held.Attempt)
        || (current.HasValue && current.ValueAttempt == held.Attempt);
}
