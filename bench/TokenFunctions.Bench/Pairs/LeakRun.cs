using TokenFunctions.Bench.Servers;

namespace TokenFunctions.Bench.Pairs;

/// <summary>A long run with many connections, after which a server may hold no more than before.</summary>
/// <param name="name">The case.</param>
/// <param name="time">How long it is.</param>
/// <param name="output">Where the figures go.</param>
internal sealed class LeakRun(string name, TimeSpan time, TextWriter output)
{
    private const int Connections = 300;
    private const double MiB = 1024 * 1024;
    // What a lock, a timer or a finalizer thread more or less makes.
    private const int FewHandles = 4;
    private const int FewThreads = 2;
    private const double FewMiB = 1;
    // Pages that the runtime keeps for the next collection come and go.
    private const double FewPages = 16;

    // What goes away by itself: connections at once, idle threads of the pool within 20 s.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(10);

    /// <summary>Runs it.</summary>
    /// <returns>Whether nothing has grown.</returns>
    public async Task<bool> HoldsAsync(PairSide side)
    {
        await LoadAsync(side, Before);
        var before = await side.Server.Probe.CollectAsync();
        var requests = await LoadAsync(side, time);
        var after = await side.Server.Probe.CollectAsync();
        var holds = after.Handles <= before.Handles + FewHandles
            && after.Threads <= before.Threads + FewThreads
            && (after.Heap - before.Heap) / MiB <= FewMiB
            && (after.Resident - before.Resident) / MiB <= FewPages;
        await WriteAsync(side.Server.Name, requests, before, after, holds);
        return holds;
    }

    private static async Task<long> LoadAsync(PairSide side, TimeSpan time)
    {
        long requests;
        using (var load = side.Open(Connections)) requests = (await load.RunAsync(side.Work, time)).Requests;
        await Task.Delay(Settling, TimeProvider.System);
        return requests;
    }

    private Task WriteAsync(string side, long requests, ProbeFigures before, ProbeFigures after, bool holds) =>
        output.WriteLineAsync(FormattableString.Invariant(
            $$"""{"case":"{{name}}/leak, {{side}}","seconds":{{time.TotalSeconds:0}},"requests":{{requests}},"handles":[{{before.Handles}},{{after.Handles}}],"threads":[{{before.Threads}},{{after.Threads}}],"heap_mib":[{{before.Heap / MiB:0.00}},{{after.Heap / MiB:0.00}}],"rss_mib":[{{before.Resident / MiB:0.0}},{{after.Resident / MiB:0.0}}],"ok":{{(holds ? "true" : "false")}}}"""));
}
