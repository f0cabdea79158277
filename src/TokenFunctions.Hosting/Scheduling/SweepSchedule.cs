using TokenFunctions.Sweeping;

namespace TokenFunctions.Hosting.Scheduling;

/// <summary>Runs the sweep at an interval, for an app that no Functions timer calls.</summary>
public sealed class SweepSchedule(SweepLoop loop) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.RunAsync(stoppingToken);
}
