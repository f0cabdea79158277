using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Health;

/// <summary>A look at one part of the service. Each one that is registered is a part of
/// <c>GET /api/health</c>.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="LookAsync">Looks; cheap, since anybody may ask. It may throw
/// <see cref="Storage.StoreUnavailableException"/> and <see cref="Storage.Vault.VaultUnavailableException"/>.</param>
public sealed record HealthCheck(string Name, Func<CancellationToken, Task<HealthFinding>> LookAsync)
{
    /// <summary>What it means when the part does not answer: <see cref="HealthState.Failed"/> if no token can be served
    /// without it.</summary>
    public HealthState WhenSilent { get; init; } = HealthState.Failed;

    /// <summary>As which failure it is told that the part has failed.</summary>
    public FailureKind FailsAs { get; init; } = FailureKind.StoreUnavailable;

    /// <summary>How old a finding may be.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromSeconds(2);
}
