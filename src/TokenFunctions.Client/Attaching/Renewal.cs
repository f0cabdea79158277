using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Attaching;

/// <summary>What came of reporting a token as refused.</summary>
/// <param name="Held">The newer token; null = there is none.</param>
/// <param name="Failure">Why there is none; null = there is one.</param>
internal sealed record Renewal(HeldToken? Held, TokenFailure? Failure);
