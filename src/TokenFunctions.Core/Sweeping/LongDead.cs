using TokenFunctions.Storage;

namespace TokenFunctions.Sweeping;

/// <summary>Removes what nobody has used for long, in two steps: first the value goes, much later the row. Rows with
/// the provider's state are not touched: a refresh token that is lost cannot be got again.</summary>
internal sealed class LongDead(TokenStore tokens, UsedStore used, StoreClock clock, SweepLimits limits)
{
    private static readonly TimeSpan LongestCount = TimeSpan.FromDays(366);

    /// <summary>Whether there is something to remove, if nobody wants the token.</summary>
    /// <param name="state">The row as it is stored.</param>
    /// <param name="isOrphan">Whether its realm or its secret is gone.</param>
    public bool Is(TokenState state, bool isOrphan)
    {
        if (state.SealedState is not null || state.IsLeased(clock.Now)) return false;
        if (!state.HasValue) return IsEmpty(state, isOrphan) && IsOld(QuietSince(state) ?? default);
        return IsOld(state.ExpiresAt ?? (isOrphan ? state.IssuedAt : clock.Now));
    }

    /// <summary>Takes the next step, if it is time for it. Generation, attempt, lease and sending stay when the value
    /// goes, so that nothing begun before is mistaken for something after it.</summary>
    public async Task TidyAsync(
        TokenState state, bool isOrphan, SweepTally tally, CancellationToken cancellationToken)
    {
        if (!Is(state, isOrphan)) return;
        if (!state.HasValue && QuietSince(state) is not null)
        {
            await used.RemoveAsync(state.Key, cancellationToken);
            if (await tokens.RemoveAsync(state, cancellationToken)) tally.Remove();
            return;
        }

        var empty = state with { SealedValue = null, ExpiresAt = null, DueAt = null, EmptySince = clock.Now };
        if (await tokens.TrySaveAsync(empty, cancellationToken) is not null && state.HasValue) tally.Remove();
    }

    // A failure that waits for a person is remembered as long as its secret is there; calls are counted for up to a
    // year.
    private bool IsEmpty(TokenState state, bool isOrphan) =>
        state is { LeaseId: null, SentAt: null }
        && (isOrphan || state.Failure is not { RetryAt: null })
        && (state.Quota is null || clock.Now - QuietSince(state) >= LongestCount);

    private bool IsOld(DateTimeOffset since) => clock.Now - since >= limits.DeadAge;

    // Null = the row does not tell: its time begins with this look at it.
    private static DateTimeOffset? QuietSince(TokenState state) =>
        new[] { state.EmptySince, state.Failure?.At, state.CalledAt }.Max();
}
