using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>What a request demands of a token, counted from its first look at the row.</summary>
/// <param name="Request">The request.</param>
/// <param name="FirstGeneration">The generation that the first look found; a flush wants a newer one.</param>
internal sealed record Demand(TokenRequest Request, long FirstGeneration)
{
    public bool IsMet(TokenState state, DateTimeOffset now) =>
        (Request.Invalid is null || state.Generation > Request.Invalid)
        && (!Request.Flush || state.Generation > FirstGeneration)
        && !(state.ExpiresAt - now < Request.MinTtl);
}
