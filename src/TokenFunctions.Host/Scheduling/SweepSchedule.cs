using TokenFunctions.Diagnostics;
using TokenFunctions.Sweeping;

namespace TokenFunctions.Host.Scheduling;

/// <summary>Runs the sweep at an interval, for an app that no Functions timer calls. The schedule has
/// no logic of its own.</summary>
public sealed partial class SweepSchedule(
    Sweep sweep, BrokerTimes times, TimeProvider time, ILogger<SweepSchedule> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(times.SweepInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app is stopping.
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            await sweep.RunAsync(stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // One failed sweep must not end the schedule; the next one looks at the same tokens again.
            LogFailed(FaultText.Of(e));
        }
    }

    [LoggerMessage(2102, LogLevel.Error, "The sweep failed; the next one is in its turn: {Exception}")]
    private partial void LogFailed(string exception);
}
