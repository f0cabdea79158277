using TokenFunctions.Storage;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>The one place where what stores and vault throw becomes an answer.</summary>
internal static class Guard
{
    /// <summary>The answer of <paramref name="answer"/>, or the one for what it threw.</summary>
    public static async Task<TokenResult> AsAnswerAsync(Func<Task<TokenResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Exception e) when (IsExpected(e))
        {
            return AnswerTo(e);
        }
    }

    /// <summary>Whether stores and vault throw this, so that there is an answer to it.</summary>
    public static bool IsExpected(Exception thrown) =>
        thrown is StoreUnavailableException or VaultUnavailableException or SealBrokenException;

    /// <summary>The answer to one that is expected.</summary>
    public static TokenResult AnswerTo(Exception thrown) => TokenResult.Of(thrown switch
    {
        RowFormatException e => Refusals.RowTooNew(e.Message),
        VaultUnavailableException e => Refusals.VaultUnavailable(e.Message),
        SealBrokenException e => SealRefusals.Token(e),
        _ => Refusals.StoreUnavailable(),
    });
}
