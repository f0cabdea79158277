using TokenFunctions.Storage;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals.Reading;

/// <summary>The tokens' rows as the flow reads them: from the store, and from memory while it does not
/// answer.</summary>
internal sealed class Rows(
    TokenStore tokens, RowMemory memory, UnsealedValues unsealed, StoreClock clock, BrokerTimes times)
{
    /// <summary>The row in the store.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async ValueTask<TokenState> ReadAsync(TokenKey key, CancellationToken cancellationToken)
    {
        var row = await tokens.ReadAsync(key, memory.FindWhole(key), cancellationToken);
        memory.Remember(row);
        return row;
    }

    /// <summary>What is known of a row without the store; null = nothing.</summary>
    public TokenState? FindKnown(TokenKey key) => memory.Find(key);

    /// <summary>The row as it counts: in the store, or what is held to be written over it.</summary>
    /// <param name="key">Whose row.</param>
    /// <param name="known">What is known of it; null = nothing.</param>
    /// <param name="suffices">Whether what is known would do; a slow store is then not waited for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Stale = the store did not answer, and this is what was last read; an empty row when nothing
    /// was.</returns>
    public async ValueTask<(TokenState Row, bool IsStale)> LookAsync(
        TokenKey key, TokenState? known, bool suffices, CancellationToken cancellationToken)
    {
        try
        {
            var reading = ReadAsync(key, cancellationToken);
            var row = suffices && !reading.IsCompleted
                ? await reading.AsTask().WaitAsync(times.PollMax * 2, clock.Time, cancellationToken)
                : await reading;
            return (HeldFor(row) ?? row, false);
        }
        catch (RowFormatException) when (known is null)
        {
            // The store is there: who asks is told what is wrong with the row.
            throw;
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
        {
            return (known ?? new TokenState(key), true);
        }
    }

    /// <summary>What is held to be written over this row; null = nothing.</summary>
    public TokenState? HeldFor(TokenState row) => memory.HeldFor(row);

    /// <summary>The row's token. What the asker has already is not opened again.</summary>
    /// <param name="row">A row with a value.</param>
    /// <param name="asked">The token that the asker has; null = none.</param>
    /// <param name="cancellationToken">Ends the wait for the sealing key.</param>
    public async ValueTask<Token> OpenAsync(TokenState row, Token? asked, CancellationToken cancellationToken)
    {
        if (asked is not null && IsOf(asked, row)) return asked;
        return unsealed.Find(row) ?? await tokens.OpenAsync(row, cancellationToken);
    }

    // Two instances can give one generation to two values when one of them could not write; not at the same instant.
    private static bool IsOf(Token token, TokenState row) =>
        token.Key == row.Key
        && token.Generation == row.Generation
        && token.ExpiresAt == row.ExpiresAt
        && token.IssuedAt == row.IssuedAt
        && string.Equals(token.Type, row.Type, StringComparison.Ordinal);
}
