using TokenFunctions.Notices;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Renewals;

/// <summary>Writes over the row as long as the lease in it is the holder's. The lease id in the row is the fence, also
/// after the lease's end; the ETag only makes a write atomic.</summary>
internal sealed class OwnWrites(
    TokenStore tokens, CredentialNotices? notices, StoreClock clock, BrokerTimes times)
{
    /// <summary>Writes, and tries again what was not answered.</summary>
    /// <param name="held">The row with the holder's lease.</param>
    /// <param name="change">Makes the new row of the one that is there.</param>
    /// <param name="until">From then on what is not answered is not tried again.</param>
    /// <param name="again">Whether a write was not answered before: the row then says first whether it took
    /// effect.</param>
    /// <returns>The row as written; null = the lease is another's.</returns>
    /// <exception cref="StoreUnavailableException">The store did not answer until then.</exception>
    /// <exception cref="VaultUnavailableException">The sealing key was out of reach until then.</exception>
    public async Task<TokenState?> WriteAsync(
        TokenState held, Func<TokenState, ValueTask<TokenState>> change, DateTimeOffset until, bool again = false)
    {
        var pause = new GrowingPause(clock.Time, times);
        if (again) await pause.WaitAsync();
        var current = again ? await ReadAgainAsync(held, until) : held;
        while (IsOwn(held, current))
        {
            if (await TryWriteAsync(held, current, change, until, pause) is { } saved) return saved;
            current = await ReadAgainAsync(held, until);
        }

        if (!IsRecorded(held, current)) return null;
        notices?.TellRecorded(held, current);
        return current;
    }

    /// <summary>Whether the lease in the row is the holder's.</summary>
    public static bool IsOwn(TokenState held, TokenState current) =>
        string.Equals(current.LeaseId, held.LeaseId, StringComparison.Ordinal);

    // Null = the row was changed, or the write was not answered and may have taken effect: the row says which.
    private async Task<TokenState?> TryWriteAsync(
        TokenState held, TokenState current, Func<TokenState, ValueTask<TokenState>> change, DateTimeOffset until,
        GrowingPause pause)
    {
        try
        {
            var next = await change(current);
            return await (notices?.TrySaveAsync(held, next) ?? tokens.TrySaveAsync(next, CancellationToken.None));
        }
        catch (Exception e) when (e is StoreUnavailableException or VaultUnavailableException && clock.Now < until)
        {
            await pause.WaitAsync();
            return null;
        }
    }

    private async Task<TokenState> ReadAgainAsync(TokenState held, DateTimeOffset until)
    {
        var pause = new GrowingPause(clock.Time, times);
        while (true)
        {
            try
            {
                return await tokens.GetAsync(held.Key, CancellationToken.None);
            }
            catch (StoreUnavailableException) when (clock.Now < until)
            {
                await pause.WaitAsync();
            }
        }
    }

    // Only its holder ends an attempt with an outcome, or writes its value: the write whose answer was lost took
    // effect. Somebody else may have settled it as unanswered.
    private static bool IsRecorded(TokenState held, TokenState current) =>
        (current.LeaseId is null && current.Attempt == held.Attempt && current.Outcome != AttemptOutcome.Unanswered)
        || (current.HasValue && current.ValueAttempt == held.Attempt);
}
