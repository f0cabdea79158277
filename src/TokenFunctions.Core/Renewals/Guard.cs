using TokenFunctions.Storage;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>The one place where what stores and vault throw becomes an answer.</summary>
internal static class Guard
{
    public static async Task<TokenResult> AsAnswerAsync(Func<Task<TokenResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (RowFormatException e)
        {
            return TokenResult.Of(Refusals.RowTooNew(e.Message));
        }
        catch (StoreUnavailableException)
        {
            return TokenResult.Of(Refusals.StoreUnavailable());
        }
        catch (VaultUnavailableException e)
        {
            return TokenResult.Of(Refusals.VaultUnavailable(e.Message));
        }
        catch (SealBrokenException e)
        {
            return TokenResult.Of(SealRefusals.Token(e));
        }
    }
}
