using TokenFunctions.Resealing;

namespace TokenFunctions.Hosting.Scheduling;

/// <summary>Lets work that is under way behind end before the process does: an answer that nobody writes down may be
/// the only living token, and a forced renewal without its entry in the audit nobody's.</summary>
/// <param name="background">The work.</param>
/// <param name="resealer">The one work behind that can take long; made here only when it is to end. Null = there is
/// none, as at a front.</param>
public sealed class AttemptsOnStop(Background background, Lazy<Resealer>? resealer) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // Another process can go on with it.
        resealer?.Value.End();
        try
        {
            await background.DrainAsync().WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The time for stopping is over; the rows say what was sent, and the next reader settles it.
        }
    }
}
