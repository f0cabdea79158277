namespace TokenFunctions.Http.Health;

/// <summary>What a look at a part of the service has found.</summary>
/// <param name="State">How it is.</param>
/// <param name="Detail">What is wrong, for an administrator; null = nothing. Nothing in it is confidential.</param>
public sealed record HealthFinding(HealthState State, string? Detail = null)
{
    /// <summary>As it should be.</summary>
    public static HealthFinding Ok { get; } = new(HealthState.Ok);

    /// <summary>When the last sweep ended, store time; null = it is not what was looked at, or there was
    /// none.</summary>
    public DateTimeOffset? LastSweepAt { get; init; }
}
