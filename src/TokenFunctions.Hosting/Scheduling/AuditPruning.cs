using TokenFunctions.Diagnostics;
using TokenFunctions.Http.Audit;
using TokenFunctions.Storage;

namespace TokenFunctions.Hosting.Scheduling;

/// <summary>Removes old entries of the audit where no sweep does it beside its work.</summary>
internal sealed partial class AuditPruning(
    AuditRetention retention, StoreClock clock, ILogger<AuditPruning> logger) : ITimerWork
{
    // As often as the timer function ticks. With nothing to do it asks the store once.
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<TickReport> TickAsync(CancellationToken cancellationToken) =>
        TickReports.OfPruned(await retention.PruneAsync(clock.Now, cancellationToken));

    /// <inheritdoc/>
    public string TellFailed(string fault)
    {
        LogFailed(fault);
        return "old entries of the audit were not removed";
    }

    /// <summary>Runs at an interval until it is ended; that is no error.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, clock.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken)) await PruneAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The app is stopping.
        }
    }

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        try
        {
            await retention.PruneAsync(clock.Now, cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            // The next run looks at the same entries again.
            LogFailed(FaultText.Of(e));
        }
    }

    [LoggerMessage(2111, LogLevel.Warning, "Old entries of the audit were not removed: {Exception}",
        EventName = "prune_failed")]
    private partial void LogFailed(string exception);
}
