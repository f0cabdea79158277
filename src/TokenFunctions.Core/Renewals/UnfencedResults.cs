using TokenFunctions.Notices;
using TokenFunctions.Realms;
using TokenFunctions.Renewals.Reading;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Renewals;

/// <summary>What becomes of a call without a lease: its token is written when the store is back, unless somebody else
/// has renewed meanwhile; its failure is remembered in this process.</summary>
internal sealed class UnfencedResults(
    TokenStore tokens, CredentialNotices? notices, Unwritten unwritten, RowMemory memory, Outcomes outcomes,
    LateAnswers late, Background background, StoreClock clock, BrokerTimes times, RenewalLog log)
{
    /// <summary>Takes a result over.</summary>
    /// <param name="result">What came of the call; its row is the one that memory knew.</param>
    /// <returns>The row as memory has it now.</returns>
    public async Task<TokenState> TakeAsync(AttemptResult result)
    {
        var (known, prepared, answer, sentAt) = result;
        // The attempt is numbered only where it leaves something in the row.
        var own = answer.HasToken ? known with { Attempt = known.Attempt + 1 } : known;
        var made = await unwritten.MakeAsync(own, prepared, answer, sentAt);
        if (answer.Token is { } token) Hold(result, token, made);
        else Remember(result, made);
        log.Tell(result, made);
        return made;
    }

    private void Remember(AttemptResult result, TokenState failed)
    {
        // One that was held before has ended, or nobody would have asked.
        if (memory.FindHeld(failed.Key) is { } ended) memory.Release(ended);
        memory.Remember(failed with { ETag = RowEntry.NotRead });
        if (!LateAnswers.HasReplaced(result.Prepared, result.Answer)) return;
        // What another instance has in the store by now may be dead by this call.
        var until = result.SentAt + Unwritten.KeptFor(null);
        background.Run("late report", () => late.ReportAsync(result.Held, result.Prepared, result.Answer, until));
    }

    private void Hold(AttemptResult result, UpstreamToken token, TokenState made)
    {
        var generation = result.Held.Generation;
        // In a long outage it follows another one that is not written either.
        var standsFor = memory.FindHeld(made.Key)?.StandsFor ?? (row => row.Generation == generation);
        var held = new HeldRow(made, standsFor);
        unwritten.Hold(held, () => WriteAsync(held, result, token));
    }

    // Null = the token was renewed meanwhile, and that one counts; or a later result of this process took this one's
    // place.
    private async Task<TokenState?> WriteAsync(HeldRow held, AttemptResult result, UpstreamToken token)
    {
        var (until, pause) = (result.SentAt + Unwritten.KeptFor(token.Life), new GrowingPause(clock.Time, times));
        TokenState? before = null;
        while (clock.Now < until)
        {
            await pause.WaitAsync();
            if (memory.FindHeld(held.State.Key) != held) return null;
            try
            {
                var row = await tokens.GetAsync(held.State.Key, CancellationToken.None);
                // With the same value again the row still stands there, so this is looked at first.
                if (before is not null && IsOwn(before, row, result.SentAt)) return Recorded(before, row);
                if (!held.StandsFor(row)) return await OvertakenAsync(result);
                // Whoever has the lease is about to write a newer token, or a failure that ends the wait.
                if (row.IsLeased(clock.Now)) continue;
                var next = row with { Attempt = row.Attempt + 1, Generation = result.Held.Generation };
                var written = await outcomes.SucceedAsync(next, result.Prepared, token, result.SentAt);
                before = row;
                if (await TrySaveAsync(row, written) is { } saved) return saved;
            }
            catch (Exception e) when (e is StoreUnavailableException or VaultUnavailableException)
            {
                // Tried again after the next pause.
            }
        }

        // The token is of no use any more, but when the provider was asked still is.
        memory.Remember(result.Held with { CalledAt = result.SentAt, ETag = RowEntry.NotRead });
        return null;
    }

    private Task<TokenState?> TrySaveAsync(TokenState before, TokenState written) =>
        notices?.TrySaveAsync(before, written) ?? tokens.TrySaveAsync(written, CancellationToken.None);

    // A write whose answer was lost may have taken effect. The same value again keeps the time of its issue.
    private static bool IsOwn(TokenState before, TokenState row, DateTimeOffset sentAt) =>
        row.HasValue && row.ValueAttempt == before.Attempt + 1 && (row.IssuedAt == sentAt || row.CalledAt == sentAt);

    private TokenState Recorded(TokenState before, TokenState row)
    {
        notices?.TellRecorded(before, row);
        return row;
    }

    // It is somebody else's token that is there, which this call may have replaced at the provider.
    private async Task<TokenState?> OvertakenAsync(AttemptResult result)
    {
        await late.ReportAsync(result.Held, result.Prepared, result.Answer);
        return null;
    }
}
