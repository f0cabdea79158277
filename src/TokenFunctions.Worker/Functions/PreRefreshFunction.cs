using Microsoft.Azure.Functions.Worker;
using TokenFunctions.Hosting.Scheduling;

namespace TokenFunctions.Worker.Functions;

/// <summary>The timer function: renews what is due at a core, prunes the audit at a front.</summary>
/// <param name="tick">What a tick does.</param>
public sealed class PreRefreshFunction(TimerTick tick)
{
    /// <summary>A tick. The setting <c>PreRefreshSchedule</c> says when; it must be there.</summary>
    /// <param name="timer">When it was due and will be.</param>
    /// <param name="cancellationToken">The host's leaving.</param>
    /// <exception cref="TickFailedException">It failed; the host counts it so.</exception>
    [Function("PreRefresh")]
    public Task RunAsync(
        [TimerTrigger("%PreRefreshSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        tick.RunAsync(cancellationToken);
}
