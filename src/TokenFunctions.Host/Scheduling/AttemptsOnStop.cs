using TokenFunctions.Resealing;

namespace TokenFunctions.Host.Scheduling;

/// <summary>Lets attempts that are under way end before the process does: an answer that nobody writes down may be
/// the only living token.</summary>
/// <param name="background">The attempts.</param>
/// <param name="resealer">The one work behind that can take long; made here only when it is to end.</param>
public sealed class AttemptsOnStop(Background background, Lazy<Resealer> resealer) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // Another process can go on with it.
        resealer.Value.End();
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
