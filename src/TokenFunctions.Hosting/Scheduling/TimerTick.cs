using TokenFunctions.Diagnostics;

namespace TokenFunctions.Hosting.Scheduling;

/// <summary>A tick of the timer function, whichever host calls it.</summary>
public sealed class TimerTick
{
    private readonly ITimerWork work;

    internal TimerTick(ITimerWork work) => this.work = work;

    /// <summary>Does the work once.</summary>
    /// <param name="cancellationToken">The host's leaving.</param>
    /// <returns>What it did; that the host ended it is no failure, since the next tick goes on.</returns>
    /// <exception cref="TickFailedException">It failed, whatever for; the log knows why.</exception>
    public async Task<TickReport> RunAsync(CancellationToken cancellationToken)
    {
        string failed;
        try
        {
            return await work.TickAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new TickReport("ended by the host", _ => { });
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            failed = work.TellFailed(FaultText.Of(e));
        }

        // Without its cause: hosts write causes down, with messages that may quote anything.
        throw new TickFailedException(failed);
    }
}
