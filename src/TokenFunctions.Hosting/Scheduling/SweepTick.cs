using TokenFunctions.Sweeping;

namespace TokenFunctions.Hosting.Scheduling;

/// <summary>A sweep for the timer function.</summary>
/// <param name="sweep">The sweep; made at the first tick.</param>
/// <param name="logger">Told of ticks that fail.</param>
internal sealed partial class SweepTick(Lazy<Sweep> sweep, ILogger<SweepTick> logger) : ITimerWork
{
    /// <inheritdoc/>
    public async Task<TickReport> TickAsync(CancellationToken cancellationToken) =>
        TickReports.Of(await sweep.Value.RunAsync(cancellationToken));

    /// <inheritdoc/>
    public string TellFailed(string fault)
    {
        LogFailed(fault);
        return "the sweep failed";
    }

    [LoggerMessage(2101, LogLevel.Error, "The sweep of the timer function failed: {Exception}",
        EventName = "sweep_failed")]
    private partial void LogFailed(string exception);
}
