using TokenFunctions.Bench.Pairs;

namespace TokenFunctions.Bench.Mixed;

/// <summary>Slices of mixed load, 60 s in all, and as many of the hot path at another process of the service, in turns
/// and each first every other time, so that what else the machine does meets both.</summary>
internal sealed class MixedRun(PairSide mixed, PairSide hot)
{
    private const int Connections = 64;
    private const int Slices = 20;
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(3);

    private readonly List<SideSlice> mixedSlices = [];
    private readonly List<SideSlice> hotSlices = [];

    /// <summary>The memory of the process with mixed load, after each slice.</summary>
    public MemorySamples Memory { get; } = new();

    /// <summary>The processor time of a request in the whole run, divided by the hot path's: with the renewals, which a
    /// median may pass over.</summary>
    public double CpuInAll => SideRound.Of(mixedSlices).Cpu / SideRound.Of(hotSlices).Cpu;

    /// <summary>Runs it.</summary>
    public async Task<PairFigures> RunAsync()
    {
        using var mixedLoad = mixed.Open(Connections);
        using var hotLoad = hot.Open(Connections);
        var figures = new PairFigures("mixed", new SideRounds("mixed"), new SideRounds("hotpath"));
        await hotLoad.RunAsync(hot.Work, TimeSpan.FromSeconds(1));
        Memory.Begin(await mixed.Server.Probe.CollectAsync());
        for (var slice = 0; slice < Slices; slice++)
        {
            if (slice % 2 == 0) await MixedAsync();
            hotSlices.Add(await SideSlice.MeasureAsync(hot, hotLoad, Slice));
            if (slice % 2 != 0) await MixedAsync();
            figures.Ours.Add(SideRound.Of([mixedSlices[^1]]));
            figures.Other.Add(SideRound.Of([hotSlices[^1]]));
        }

        Memory.End(await mixed.Server.Probe.CollectAsync());
        return figures;

        async Task MixedAsync()
        {
            mixedSlices.Add(await SideSlice.MeasureAsync(mixed, mixedLoad, Slice));
            Memory.Add(await mixed.Server.Probe.ReadAsync());
        }
    }
}
