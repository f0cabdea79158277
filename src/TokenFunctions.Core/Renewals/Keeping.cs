using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>Puts what an answer renewed, such as a rotating refresh token, into the token's row.</summary>
internal sealed class Keeping(TokenStore tokens)
{
    /// <summary>The row with the new state that the answer brought. It goes into the same write as the token: a
    /// rotating refresh token is durable before the token that came with it leaves.</summary>
    /// <param name="state">The row.</param>
    /// <param name="prepared">What was sent.</param>
    /// <param name="renewed">The values that the answer brought.</param>
    /// <param name="first">The number of the first state; each further one has the next.</param>
    public async ValueTask<TokenState> KeepAsync(
        TokenState state, Prepared prepared, IReadOnlyDictionary<string, SecretText> renewed, long first)
    {
        if (prepared.Plan.State.Count == 0) return state;
        // A late answer of an earlier attempt brought a newer state than the one that was sent.
        if (renewed.Count == 0 && state.StateNumber != prepared.StateNumber) return state;
        var kept = Materials.Renewed(prepared.Plan, prepared.Material, renewed);
        var next = state.StateNumber + 1;
        var number = state.SealedState is null && first > next ? first : next;
        var box = await tokens.SealStateAsync(state.Key, number, kept, CancellationToken.None);
        return state with { SealedState = box, StateNumber = number };
    }
}
