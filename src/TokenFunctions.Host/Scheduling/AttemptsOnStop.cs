using TokenFunctions.Resealing;

namespace TokenFunctions.Host.Scheduling;

/// <summary>Lets attempts that are under way end before the process does: an answer that nobody writes down may be
/// the only living token. A front has no resealer.</summary>
public sealed class AttemptsOnStop(Background background, Resealer? resealer = null) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // The one work behind that can take long, and that another process can go on with.
        resealer?.End();
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
