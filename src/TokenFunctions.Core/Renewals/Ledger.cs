using TokenFunctions.Notices;
using TokenFunctions.Quotas;
using TokenFunctions.Realms;
using TokenFunctions.Renewals.Reading;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>Writes what a lease's holder has to write.</summary>
internal sealed class Ledger(
    TokenStore tokens, Outcomes outcomes, Unwritten unwritten, CredentialNotices? notices, LateAnswers late,
    StoreClock clock, BrokerTimes times, RenewalLog log)
{
    private readonly OwnWrites writes = new(tokens, notices, clock, times);

    /// <summary>Gives the lease back without a call.</summary>
    /// <returns>The end for those who wait; null = the lease was lost.</returns>
    public async Task<RenewalEnd?> ReleaseAsync(TokenState held, TokenFailure why)
    {
        var released = await WriteOwnAsync(held, state => new(Unsent(state)));
        if (released is null) return null;
        return new RenewalEnd(released, why with { At = why.At ?? clock.Now }, TokenOrigin.Database);
    }

    /// <summary>Writes the attempt's result in one write: value or failure, outcome, lease given back. What the store
    /// does not take at once is held and written behind, unless it must be durable first.</summary>
    /// <returns>The end for those who wait; null = the lease was lost, and the result with it.</returns>
    public async Task<RenewalEnd?> RecordAsync(
        TokenState held, Prepared prepared, UpstreamAnswer answer, DateTimeOffset sentAt)
    {
        var result = new AttemptResult(held, prepared, answer, sentAt);
        if (result.MustBeDurable) return Recorded(result, await WriteOrReportAsync(result, false));
        TokenState? recorded;
        try
        {
            recorded = await WriteResultAsync(result, clock.Now, false);
        }
        catch (Exception e) when (e is StoreUnavailableException or VaultUnavailableException)
        {
            return EndOf(Told(result, await HoldAsync(result)));
        }

        if (recorded is null) await late.ReportAsync(held, prepared, answer);
        return Recorded(result, recorded);
    }

    /// <summary>Gives the lease back after the store failed before anything was sent, as well as the store lets it:
    /// nobody should wait for the end of a lease that sends nothing.</summary>
    public async Task GiveBackAsync(TokenState held)
    {
        try
        {
            var now = await tokens.GetAsync(held.Key, CancellationToken.None);
            if (OwnWrites.IsOwn(held, now)) await tokens.TrySaveAsync(Unsent(now), CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // The lease ends by itself.
        }
    }

    /// <summary>Writes over the row as long as the lease in it is the holder's and has not ended.</summary>
    /// <returns>The row as written; null = the lease is another's.</returns>
    public Task<TokenState?> WriteOwnAsync(TokenState held, Func<TokenState, ValueTask<TokenState>> change) =>
        writes.WriteAsync(held, change, held.LeaseEnd ?? clock.Now);

    private async Task<TokenState> HoldAsync(AttemptResult result)
    {
        var held = result.Held;
        var row = await unwritten.MakeAsync(held, result.Prepared, result.Answer, result.SentAt);
        var own = new HeldRow(row, current => OwnWrites.IsOwn(held, current));
        unwritten.Hold(own, () => WriteOrReportAsync(result, true));
        return row;
    }

    private async Task<TokenState?> WriteOrReportAsync(AttemptResult result, bool again)
    {
        var recorded = await WriteResultAsync(result, result.GiveUpAt, again);
        if (recorded is null) await late.ReportAsync(result.Held, result.Prepared, result.Answer);
        return recorded;
    }

    private async Task<TokenState?> WriteResultAsync(AttemptResult result, DateTimeOffset until, bool again)
    {
        var (held, prepared, answer, sentAt) = result;
        try
        {
            return await writes.WriteAsync(
                held,
                state => answer.HasToken
                    ? outcomes.SucceedAsync(state, prepared, answer.Token, sentAt)
                    : outcomes.FailAsync(state, prepared, answer.Failure, sentAt),
                until,
                again);
        }
        catch (RowTooLargeException)
        {
            // Where tokens replace each other the old one may be dead by this one, so it counts as an unseen answer.
            var (kind, detail) = Refusals.TooLarge();
            var failure = new UpstreamFailure(kind, detail, UpstreamReach.Unanswered) { State = answer.State };
            return await writes.WriteAsync(
                held, state => outcomes.FailAsync(state, prepared, failure, sentAt), until, again);
        }
    }

    private TokenState Told(AttemptResult result, TokenState row)
    {
        log.Tell(result, row);
        return row;
    }

    private RenewalEnd? Recorded(AttemptResult result, TokenState? row)
    {
        log.Tell(result, row);
        if (row is null) return null;
        unwritten.Remember(row);
        return EndOf(row);
    }

    private static RenewalEnd EndOf(TokenState row) =>
        new(row, row.Outcome == AttemptOutcome.Failed ? row.Failure : null, TokenOrigin.Upstream);

    private static TokenState Unsent(TokenState state) => state with
    {
        LeaseId = null,
        LeaseEnd = null,
        SentAt = null,
        Outcome = AttemptOutcome.Unsent,
        Quota = SecretCounts.GiveBack(state.Quota),
    };
}
