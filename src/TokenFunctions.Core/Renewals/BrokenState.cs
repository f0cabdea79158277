using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>Values of <c>state</c> that were changed in the store and cannot be opened. What was sent last is not known
/// then, so the initial value is not sent in its place by itself: the provider could take that for theft.</summary>
internal sealed class BrokenState(TokenStore tokens)
{
    /// <summary>The row without its state, if that was found changed, told so, and the secret was stored anew since: a
    /// chain begins with the secret's initial value. Else the row as it is.</summary>
    /// <remarks>Where only the key is missing, the state may come back with it; it is never given up by
    /// itself.</remarks>
    public async ValueTask<TokenState> GiveUpAsync(TokenState row, Secret secret)
    {
        if (row is not { SealedState: not null, Failure.Kind: FailureKind.SealBroken }) return row;
        return secret.Version > row.FailureSecretVersion && await IsChangedAsync(row)
            ? row with { SealedState = null }
            : row;
    }

    private async ValueTask<bool> IsChangedAsync(TokenState row)
    {
        try
        {
            await tokens.OpenStateAsync(row, CancellationToken.None);
            return false;
        }
        catch (SealBrokenException e)
        {
            return e.Fault == SealFault.Changed;
        }
        catch (VaultUnavailableException)
        {
            // It is tried once more with the material, and told there.
            return false;
        }
    }
}
