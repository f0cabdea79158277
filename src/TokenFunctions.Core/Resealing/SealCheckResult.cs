namespace TokenFunctions.Resealing;

/// <summary>What the keys at hand open of a store.</summary>
/// <param name="Values">How many sealed values there are.</param>
/// <param name="Changed">How many of them were changed or moved since they were sealed; no key opens these.</param>
/// <param name="UnknownKeys">The ids of keys that values lie under and that are not at hand.</param>
public sealed record SealCheckResult(int Values, int Changed, IReadOnlyList<string> UnknownKeys);
