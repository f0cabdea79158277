using System.Diagnostics.CodeAnalysis;

namespace TokenFunctions;

/// <summary>At most one running task a key; whoever asks meanwhile gets the same task.</summary>
/// <remarks>The task belongs to nobody who waits: callers leave by their own <c>WaitAsync</c>.</remarks>
public sealed class SingleFlight<TKey, TResult>
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Task<TResult>> flights = [];

    /// <summary>How many flights are under way.</summary>
    public int Count
    {
        get { lock (gate) return flights.Count; }
    }

    /// <summary>Joins the running task of <paramref name="key"/>, or starts one.</summary>
    /// <param name="key">What is being got.</param>
    /// <param name="start">Starts the task and returns without waiting for it.</param>
    public Task<TResult> Join(TKey key, Func<Task<TResult>> start)
    {
        ArgumentNullException.ThrowIfNull(start);
        Task<TResult> flight;
        lock (gate)
        {
            // A flight that has ended may still be here for a moment: what it brought was asked for before this call.
            if (flights.TryGetValue(key, out var running) && !running.IsCompleted) return running;
            flight = start();
            if (flight.IsCompleted) return flight;
            flights[key] = flight;
        }

        _ = flight.ContinueWith(
            ended => Remove(key, ended),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return flight;
    }

    /// <summary>Whether a task of <paramref name="key"/> is running.</summary>
    public bool TryFind(TKey key, [NotNullWhen(true)] out Task<TResult>? running)
    {
        lock (gate) return flights.TryGetValue(key, out running) && !running.IsCompleted;
    }

    /// <summary>Lets the running task go on alone: who asks from now on starts another.</summary>
    public void Detach(TKey key)
    {
        lock (gate) flights.Remove(key);
    }

    /// <summary>Lets all running tasks go on alone.</summary>
    public void DetachAll()
    {
        lock (gate) flights.Clear();
    }

    private void Remove(TKey key, Task<TResult> ended)
    {
        lock (gate)
        {
            if (flights.TryGetValue(key, out var running) && running == ended) flights.Remove(key);
        }
    }
}
