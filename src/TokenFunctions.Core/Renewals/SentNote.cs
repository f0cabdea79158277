using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>Notes in the row that the call is about to be sent, so that it can be settled if nobody sees its
/// answer.</summary>
internal sealed class SentNote(TokenStore tokens, Ledger ledger, Keeping keeping, StoreClock clock)
{
    private static readonly Dictionary<string, SecretText> NothingRenewed = new(StringComparer.Ordinal);

    /// <summary>Writes the note. Both guards are needed: the write refuses a holder that was overtaken before it, the
    /// read after it one that was overtaken while the answer of the write was on its way.</summary>
    /// <returns>The row, and what is sent with the number of its state; a null row = the lease was lost.</returns>
    public async Task<(TokenState? Noted, Prepared Prepared)> WriteAsync(TokenState leased, Prepared prepared)
    {
        var number = prepared.StateNumber;
        var noted = await ledger.WriteOwnAsync(leased, async state =>
        {
            if (prepared.StartsChain && state.StateNumber == prepared.StateNumber)
            {
                state = await BeginAsync(state, prepared);
                number = state.StateNumber;
            }

            return state with { SentAt = clock.Now };
        });
        if (noted is null) return (null, prepared);
        var now = await tokens.GetAsync(leased.Key, CancellationToken.None);
        var isOwn = string.Equals(now.LeaseId, leased.LeaseId, StringComparison.Ordinal);
        return (isOwn ? now : null, prepared with { StateNumber = number });
    }

    // The row holds what is sent, so that after a call that nobody saw answered it is known whether the secret's
    // initial value is still the one that was sent.
    private async ValueTask<TokenState> BeginAsync(TokenState state, Prepared prepared)
    {
        var begun = await keeping.KeepAsync(state, prepared, NothingRenewed, state.NextGeneration(clock.Now));
        return begun with { UncertainSince = null };
    }
}
