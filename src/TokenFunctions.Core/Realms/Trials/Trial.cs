namespace TokenFunctions.Realms.Trials;

/// <summary>What came of running a plan once to see how it does. Nothing of it was stored.</summary>
/// <param name="Answer">The token or the failure. The token itself must not be shown.</param>
/// <param name="Exchanges">What was sent and answered, masked.</param>
public sealed record Trial(UpstreamAnswer Answer, IReadOnlyList<TrialExchange> Exchanges);
