using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TokenFunctions.Client.Health;

/// <summary>Registers the health check.</summary>
public static class HealthRegistration
{
    /// <summary>Tells whether tokens can be had: healthy when the service (or the store of an embedded one) answers and
    /// every prefetched token lives, degraded when only one of the two is so, else
    /// <paramref name="failureStatus"/>.</summary>
    /// <param name="builder">The program's health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">The worst status; null = unhealthy.</param>
    /// <param name="tags">Tags to choose it by; null = none.</param>
    public static IHealthChecksBuilder AddTokenFunctions(
        this IHealthChecksBuilder builder, string name = "tokenfunctions", HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name, s => new TokenHealthCheck(s.GetRequiredService<TokenClient>()), failureStatus, tags));
    }
}
