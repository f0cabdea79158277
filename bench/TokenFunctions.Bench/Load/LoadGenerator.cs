using System.Diagnostics;

namespace TokenFunctions.Bench.Load;

/// <summary>Connections that each send a request, wait for its answer, look whether it is right and send the next. One
/// thread does it for all of them, and allocates nothing meanwhile: the server has to share the machine with it.</summary>
internal sealed class LoadGenerator : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private const int Beat = 100;

    private readonly ReadySockets sockets = new();
    private readonly LoadConnection[] connections;

    /// <summary>Opens the connections.</summary>
    /// <param name="port">The server's port on 127.0.0.1.</param>
    /// <param name="count">How many connections.</param>
    public LoadGenerator(int port, int count)
    {
        connections = [.. Enumerable.Range(0, count).Select(_ => LoadConnection.Open(port))];
        for (var i = 0; i < count; i++) sockets.Watch(connections[i].Handle, i);
    }

    /// <summary>Asks for so long.</summary>
    /// <exception cref="LoadFault">An answer was wrong, or did not come.</exception>
    public Task<LoadResult> RunAsync(Workload work, TimeSpan time) => Own(() => Run(work, long.MaxValue, time));

    /// <summary>Asks so often.</summary>
    /// <exception cref="LoadFault">An answer was wrong, or did not come.</exception>
    public Task<LoadResult> RunAsync(Workload work, long requests) => Own(() => Run(work, requests, TimeSpan.MaxValue));

    public void Dispose()
    {
        foreach (var connection in connections) connection.Dispose();
        sockets.Dispose();
    }

    // The thread pool of this process has providers to serve.
    private static Task<LoadResult> Own(Func<LoadResult> run) => Task.Factory.StartNew(
        run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private LoadResult Run(Workload work, long requests, TimeSpan time)
    {
        var (latencies, begun, heard) = (new Latencies(), Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        var end = time == TimeSpan.MaxValue ? long.MaxValue : begun + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var (ready, waiting) = (new int[connections.Length], 0);
        foreach (var connection in connections)
        {
            if (waiting == requests) break;
            connection.Send(work.Next(begun), begun);
            waiting++;
        }

        for (var sent = (long)waiting; waiting > 0;)
        {
            var count = sockets.Wait(ready, Beat);
            if (count == 0 && Stopwatch.GetElapsedTime(heard) > Patience) throw new LoadFault("No answer came in time.");
            foreach (var number in ready.AsSpan(0, count))
            {
                if (!connections[number].Receive()) continue;
                heard = Stopwatch.GetTimestamp();
                latencies.Add(heard - connections[number].AskedAt);
                if (heard < end && sent < requests)
                {
                    connections[number].Send(work.Next(heard), heard);
                    sent++;
                }
                else
                {
                    waiting--;
                }
            }
        }

        return new LoadResult(Stopwatch.GetElapsedTime(begun), latencies);
    }
}
