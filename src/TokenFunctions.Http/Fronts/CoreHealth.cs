using TokenFunctions.Http.Health;

namespace TokenFunctions.Http.Fronts;

/// <summary>Whether the core serves this front. While it does not, living tokens are still handed out, so that is never
/// a failure of the front.</summary>
internal static class CoreHealth
{
    /// <summary>The check; it asks nobody, but tells how the last answer was.</summary>
    public static HealthCheck Of(CoreWatch watch) => new("core", _ => Task.FromResult(Found(watch.Trouble)));

    private static HealthFinding Found(CoreTrouble? trouble) => trouble is null
        ? HealthFinding.Ok
        : new HealthFinding(
            HealthState.Degraded,
            FormattableString.Invariant($"{trouble.Code} since {trouble.Since.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"));
}
