using TokenFunctions.Bench.HotPath;
using TokenFunctions.Bench.Pairs;

namespace TokenFunctions.Bench.Core;

/// <summary>Measures the core on one store after the other, or looks whether anything grows in it.</summary>
/// <param name="options">How.</param>
/// <param name="output">Where the figures go.</param>
internal sealed class CoreReport(HotPathOptions options, TextWriter output)
{
    private const int Connections = 64;
    private const int WarmUps = 5;

    // Counted in time and not in requests: an emulator answers few.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly PairReport pairs = new(output);
    private bool hasGrown;

    /// <summary>Does it with a store.</summary>
    /// <param name="store">Its name.</param>
    /// <param name="core">The service on it.</param>
    /// <param name="bare">What it is measured against.</param>
    public async Task AddAsync(string store, PairSide core, PairSide bare)
    {
        var name = $"core/{store}";
        await WarmUpAsync(core);
        if (options.Leak is { } time)
        {
            hasGrown |= !await new LeakRun(name, time, output).HoldsAsync(core);
            return;
        }

        await WarmUpAsync(bare);
        var run = new PairRun(core, bare, options.Rounds, options.Time);
        await pairs.AddAsync(await run.MeasureAsync(name, Connections));
    }

    /// <summary>Ends the report.</summary>
    /// <returns>1 when something has grown, else 0.</returns>
    public async Task<int> CloseAsync()
    {
        await pairs.CloseAsync();
        return hasGrown ? 1 : 0;
    }

    private static async Task WarmUpAsync(PairSide side)
    {
        using var load = side.Open(Connections);
        for (var pass = 0; pass < WarmUps; pass++)
        {
            await load.RunAsync(side.Work, WarmUp);
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
