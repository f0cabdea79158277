using TokenFunctions.Bench.Load;

namespace TokenFunctions.Bench.Pairs;

/// <summary>What a part of a round cost a server.</summary>
/// <param name="Load">The load and its answers.</param>
/// <param name="Cpu">The server's processor time.</param>
/// <param name="Bytes">What it allocated.</param>
/// <param name="Pause">How long collections stopped it.</param>
/// <param name="Resident">Its resident memory afterwards, in bytes.</param>
internal sealed record SideSlice(LoadResult Load, TimeSpan Cpu, long Bytes, TimeSpan Pause, long Resident)
{
    /// <summary>Loads a server for so long.</summary>
    /// <param name="side">The server, and what it is asked.</param>
    /// <param name="load">Connections to it.</param>
    /// <param name="time">How long.</param>
    public static async Task<SideSlice> MeasureAsync(PairSide side, LoadGenerator load, TimeSpan time)
    {
        var before = await side.Server.Probe.ReadAsync();
        var result = await load.RunAsync(side.Work, time);
        var after = await side.Server.Probe.ReadAsync();
        return new SideSlice(
            result, after.Cpu - before.Cpu, after.Allocated - before.Allocated, after.GcPause - before.GcPause, after.Resident);
    }
}
