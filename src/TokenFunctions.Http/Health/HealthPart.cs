using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Health;

/// <summary>How a part of the service was when somebody last looked.</summary>
/// <param name="Name">The part.</param>
/// <param name="FailsAs">As which failure it is told that it has failed.</param>
/// <param name="Finding">What was found.</param>
/// <param name="CheckedAt">When, store time.</param>
internal sealed record HealthPart(string Name, FailureKind FailsAs, HealthFinding Finding, DateTimeOffset CheckedAt);
