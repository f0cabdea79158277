using System.Diagnostics;
using TokenFunctions.Processes.Loads;

namespace TokenFunctions.Bench.Waiting;

/// <summary>Many callers at once, over and over: how long each round let them wait.</summary>
/// <param name="name">What they wait for.</param>
internal sealed class Waits(string name)
{
    private readonly List<double> p50 = [];
    private readonly List<double> p99 = [];

    /// <summary>What they wait for.</summary>
    public string Name => name;

    /// <summary>The median over the rounds of the median wait, in milliseconds.</summary>
    public double Median => Middle(p50);

    /// <summary>The median over the rounds of the 99th percentile, in milliseconds.</summary>
    public double High => Middle(p99);

    /// <summary>One round.</summary>
    /// <param name="callers">How many callers come at once.</param>
    /// <param name="call">What each does; gives whether it got what it wanted.</param>
    /// <exception cref="InvalidOperationException">One did not.</exception>
    public async Task RunAsync(int callers, Func<Task<bool>> call)
    {
        var took = new TimeSpan[callers];
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async caller =>
        {
            var begun = Stopwatch.GetTimestamp();
            if (!await call()) throw new InvalidOperationException($"A caller of {name} got nothing.");
            took[caller] = Stopwatch.GetElapsedTime(begun);
        }));
        p50.Add(Percentile.Of(took, 0.5));
        p99.Add(Percentile.Of(took, 0.99));
    }

    /// <summary>Forgets the rounds so far: they were to warm up.</summary>
    public void Forget()
    {
        p50.Clear();
        p99.Clear();
    }

    private static double Middle(List<double> rounds) => rounds.Order().ElementAt(rounds.Count / 2);
}
