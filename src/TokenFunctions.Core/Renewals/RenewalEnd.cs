using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>How a renewal ended for those who waited for it.</summary>
/// <param name="State">The row as it stands now, settled.</param>
/// <param name="Failure">Why the attempt brought nothing; null = it brought or confirmed a token.</param>
/// <param name="Origin">Upstream when this process asked the provider, else the store.</param>
internal sealed record RenewalEnd(TokenState State, TokenFailure? Failure, TokenOrigin Origin);
