namespace TokenFunctions.Http.Health;

/// <summary>How all parts are.</summary>
/// <param name="Parts">The parts.</param>
internal sealed record HealthReport(IReadOnlyList<HealthPart> Parts)
{
    /// <summary>The part without which no token can be served; null = tokens can be served.</summary>
    public HealthPart? Failed => Parts.FirstOrDefault(part => part.Finding.State == HealthState.Failed);

    /// <summary>Whether somebody should look, although tokens are served.</summary>
    public bool IsDegraded => Parts.Any(part => part.Finding.State == HealthState.Degraded);
}
