using TokenFunctions.Bench.Pairs;

namespace TokenFunctions.Bench.Mixed;

/// <summary>Slices of mixed load, 60 s in all, and between them slices of the hot path at another process of the
/// service, so that what else the machine does meets both.</summary>
internal sealed class MixedRun(PairSide mixed, PairSide hot)
{
    private const int Connections = 64;
    private const int Slices = 20;
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan HotSlice = TimeSpan.FromSeconds(1);

    /// <summary>The memory of the process with mixed load, after each slice.</summary>
    public MemorySamples Memory { get; } = new();

    /// <summary>Runs it.</summary>
    public async Task<PairFigures> RunAsync()
    {
        using var mixedLoad = mixed.Open(Connections);
        using var hotLoad = hot.Open(Connections);
        var figures = new PairFigures("mixed", new SideRounds("mixed"), new SideRounds("hotpath"));
        await hotLoad.RunAsync(hot.Work, HotSlice);
        Memory.Begin(await mixed.Server.Probe.CollectAsync());
        for (var slice = 0; slice < Slices; slice++)
        {
            figures.Ours.Add(await SideRound.MeasureAsync(mixed, mixedLoad, Slice));
            Memory.Add(await mixed.Server.Probe.ReadAsync());
            figures.Other.Add(await SideRound.MeasureAsync(hot, hotLoad, HotSlice));
        }

        Memory.End(await mixed.Server.Probe.CollectAsync());
        return figures;
    }
}
