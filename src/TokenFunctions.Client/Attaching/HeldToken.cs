using TokenFunctions.Client.Attaching.Placing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Attaching;

/// <summary>A token and how it is used.</summary>
/// <param name="Token">The token.</param>
/// <param name="Plan">How it is used.</param>
internal sealed record HeldToken(Token Token, AttachPlan Plan);
