using System.Diagnostics;
using TokenFunctions.Bench.Load;
using TokenFunctions.Processes.Loads;

namespace TokenFunctions.Bench.Stampedes;

/// <summary>Many callers at once, over and over.</summary>
/// <param name="name">What they wait for.</param>
/// <param name="callers">How many they are.</param>
internal sealed class Crowd(string name, int callers)
{
    private readonly List<CrowdRound> rounds = [];

    /// <summary>What they wait for.</summary>
    public string Name => name;

    /// <summary>How many they are.</summary>
    public int Callers => callers;

    /// <summary>The median over the rounds.</summary>
    public double Median(Func<CrowdRound, double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);

    /// <summary>The most threads that the pool had.</summary>
    public int PoolThreads => rounds.Max(r => r.PoolThreads);

    /// <summary>One round in this process.</summary>
    /// <param name="call">What each does; gives whether it got what it wanted.</param>
    /// <exception cref="InvalidOperationException">One did not.</exception>
    public async Task RunAsync(Func<Task<bool>> call)
    {
        var took = new TimeSpan[callers];
        var first = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async caller =>
        {
            var begun = Stopwatch.GetTimestamp();
            if (!await call()) throw new InvalidOperationException($"A caller of {name} got nothing.");
            took[caller] = Stopwatch.GetElapsedTime(begun);
        }));
        var all = Stopwatch.GetElapsedTime(first).TotalMilliseconds;
        rounds.Add(new CrowdRound(all, Percentile.Of(took, 0.5), Percentile.Of(took, 0.99), ThreadPool.ThreadCount));
    }

    /// <summary>One round over HTTP, with a request on each connection.</summary>
    /// <exception cref="LoadFault">An answer was wrong.</exception>
    public async Task RunAsync(LoadGenerator load, Ask ask)
    {
        var result = await load.RunAsync(Workload.Of(ask), callers);
        rounds.Add(new CrowdRound(
            result.Elapsed.TotalMilliseconds, result.Latencies.Microseconds(0.5) / 1000,
            result.Latencies.Microseconds(0.99) / 1000, ThreadPool.ThreadCount));
    }

    /// <summary>Forgets the rounds so far: they were to warm up.</summary>
    public void Forget() => rounds.Clear();
}
