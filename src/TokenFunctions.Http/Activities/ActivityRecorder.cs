using Microsoft.Extensions.Hosting;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Activities;

/// <summary>Has the journal written once a minute, behind everything else, and when the process stops. What a killed
/// process has not written is lost.</summary>
internal sealed class ActivityRecorder : IHostedLifecycleService, IDisposable
{
    /// <summary>The time between two writes.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ActivityJournal journal;
    private readonly ITimer timer;

    public ActivityRecorder(ActivityJournal journal, StoreClock clock, Background background)
    {
        this.journal = journal;
        timer = clock.Time.CreateTimer(
            _ => background.Run("activity", () => journal.WriteAsync(CancellationToken.None)),
            null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        timer.Change(Pause, Pause);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    /// <summary>Writes what is left once all else has stopped: attempts that end meanwhile count too.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await journal.WriteAsync(cancellationToken).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The time for stopping is over; what is not written is lost, as after a kill.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();
}
