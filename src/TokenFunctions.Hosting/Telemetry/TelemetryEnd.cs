using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace TokenFunctions.Hosting.Telemetry;

/// <summary>Begins the sending with the app, and sends at its end what was not sent yet, within a time: a receiver that
/// does not answer keeps no process from ending.</summary>
/// <param name="traces">The traces; null = they are not sent.</param>
/// <param name="metrics">The figures; null = they are not sent.</param>
/// <param name="logs">The log; null = it is not sent.</param>
internal sealed class TelemetryEnd(TracerProvider? traces, MeterProvider? metrics, LoggerProvider? logs)
    : IHostedService
{
    private const int PatienceMs = 3000;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    /// <remarks>Each waits for its receiver on a thread of its own, so that all are done in the time of
    /// one.</remarks>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => traces?.Shutdown(PatienceMs), CancellationToken.None),
        Task.Run(() => metrics?.Shutdown(PatienceMs), CancellationToken.None),
        Task.Run(() => logs?.Shutdown(PatienceMs), CancellationToken.None));
}
