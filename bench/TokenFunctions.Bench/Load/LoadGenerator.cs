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
    public Task<LoadResult> RunAsync(Workload work, TimeSpan time) => Own(() => Run(new LoadRun(work, long.MaxValue, time)));

    /// <summary>Asks so often.</summary>
    /// <exception cref="LoadFault">An answer was wrong, or did not come.</exception>
    public Task<LoadResult> RunAsync(Workload work, long requests) => Own(() => Run(new LoadRun(work, requests, TimeSpan.MaxValue)));

    public void Dispose()
    {
        foreach (var connection in connections) connection.Dispose();
        sockets.Dispose();
    }

    // The thread pool of this process has providers to serve.
    private static Task<LoadResult> Own(Func<LoadResult> run) => Task.Factory.StartNew(
        run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private LoadResult Run(LoadRun run)
    {
        var ready = new int[connections.Length];
        foreach (var connection in connections) run.Send(connection);
        while (run.Waiting > 0)
        {
            var count = sockets.Wait(ready, Beat);
            if (count == 0 && run.Silence > Patience) throw new LoadFault("No answer came in time.");
            foreach (var number in ready.AsSpan(0, count)) run.Receive(connections[number]);
        }

        return run.Result;
    }
}
