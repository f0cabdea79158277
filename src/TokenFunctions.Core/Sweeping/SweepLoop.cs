using Microsoft.Extensions.Logging;
using TokenFunctions.Diagnostics;

namespace TokenFunctions.Sweeping;

/// <summary>Runs the sweep at an interval, where no timer of a platform does. It has no logic of its own.</summary>
public sealed partial class SweepLoop(Sweep sweep, BrokerTimes times, TimeProvider time, ILogger<SweepLoop> logger)
{
    /// <summary>Sweeps at each <see cref="BrokerTimes.SweepInterval"/> until it is ended.</summary>
    /// <param name="cancellationToken">Ends it; that is no error.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(times.SweepInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken)) await SweepAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever runs the loop is stopping.
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await sweep.RunAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // One failed sweep must not end the schedule; the next one looks at the same tokens again.
            LogFailed(FaultText.Of(e));
        }
    }

    [LoggerMessage(1202, LogLevel.Error, "The sweep failed; the next one is in its turn: {Exception}",
        EventName = "sweep_failed")]
    private partial void LogFailed(string exception);
}
