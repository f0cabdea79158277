using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals.Judging;

/// <summary>What a request demands of a token, counted from its first look at the row.</summary>
/// <param name="Request">The request.</param>
/// <param name="First">The row at the first look; a flush wants a newer generation than its.</param>
internal sealed record Demand(TokenRequest Request, TokenState First)
{
    public bool IsMet(TokenState state, DateTimeOffset now) => Unmet(state, now) == ForceCauses.None;

    /// <summary>What the state lacks.</summary>
    public ForceCauses Unmet(TokenState state, DateTimeOffset now) =>
        (state.Generation <= Request.Invalid ? ForceCauses.Invalid : ForceCauses.None)
        | (Request.Flush && state.Generation <= First.Generation ? ForceCauses.Flush : ForceCauses.None)
        | (state.ExpiresAt - now < Request.MinTtl ? ForceCauses.MinTtl : ForceCauses.None);

    /// <summary>Whether an attempt has worked since the first look. A flight that was joined at its very end brings
    /// only what the first look has seen already.</summary>
    public bool IsRenewed(TokenState state) =>
        state.Generation > First.Generation || (state.Outcome == AttemptOutcome.Succeeded && HasEndedSince(state));

    /// <summary>The row that a flight has read; null = it was read before the first look, which saw a later one: a
    /// flight that was joined may have waited long for its store.</summary>
    public TokenState? NotOlder(TokenState state) =>
        state.Generation < First.Generation || state.Attempt < First.Attempt ? null : state;

    private bool HasEndedSince(TokenState state) =>
        state.Attempt > First.Attempt
        || (state.Attempt == First.Attempt && First.LeaseId is not null && state.LeaseId is null);
}
