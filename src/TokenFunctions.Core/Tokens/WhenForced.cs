using TokenFunctions.Storage;

namespace TokenFunctions.Tokens;

/// <summary>Tells that the provider was asked for a token before its time. Whoever waits for the renewal waits for this
/// too; it answers for its own failures.</summary>
/// <param name="causes">Why the living token was not enough.</param>
/// <param name="failure">Why the attempt brought nothing; null = it brought or confirmed a token.</param>
public delegate Task WhenForced(ForceCauses causes, TokenFailure? failure);
