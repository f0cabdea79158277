using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TokenFunctions.Diagnostics;

namespace TokenFunctions;

/// <summary>The one scheduler of work that no caller waits for. A test hands in its own <see cref="TaskScheduler"/> and
/// so owns every step.</summary>
public sealed partial class Background(TaskScheduler scheduler, ILogger<Background> logger)
{
    private readonly ConcurrentDictionary<Task, bool> running = new();

    /// <summary>Starts work whose result somebody may wait for.</summary>
    public Task<T> Start<T>(Func<Task<T>> work)
    {
        var task = StartTask(work).Unwrap();
        Track(task);
        return task;
    }

    /// <summary>Starts work that nobody waits for; when it fails, that is logged.</summary>
    public void Run(string name, Func<Task> work)
    {
        var task = StartTask(async () =>
        {
            try
            {
                await work();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // Nobody waits for the work, so this log is the only place where its failure shows.
                LogFailed(name, FaultText.Of(e));
            }
        });
        Track(task.Unwrap());
    }

    /// <summary>Waits until all work that was started has ended; work started meanwhile included.</summary>
    public async Task DrainAsync()
    {
        while (running.Keys.FirstOrDefault() is { } task) await Task.WhenAny(task);
    }

    private Task<T> StartTask<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler);

    private void Track(Task task)
    {
        running[task] = true;
        _ = task.ContinueWith(
            ended => running.TryRemove(ended, out _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    [LoggerMessage(1001, LogLevel.Error, "Background work '{Work}' failed: {Exception}",
        EventName = "background_failed")]
    private partial void LogFailed(string work, string exception);
}
