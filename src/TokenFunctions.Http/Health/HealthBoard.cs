using TokenFunctions.Storage;

namespace TokenFunctions.Http.Health;

/// <summary>Tells how all parts of the service are.</summary>
internal sealed class HealthBoard(IEnumerable<HealthCheck> checks, StoreClock clock)
{
    private readonly HealthProbe[] probes =
        [.. checks.OrderBy(check => check.Name, StringComparer.Ordinal).Select(check => new HealthProbe(check, clock))];

    /// <summary>All parts by their names, looked at side by side.</summary>
    public async Task<HealthReport> ReadAsync(CancellationToken cancellationToken) =>
        new(await Task.WhenAll(probes.Select(probe => probe.ReadAsync(cancellationToken))));
}
