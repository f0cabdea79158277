using TokenFunctions.Bench.Load;

namespace TokenFunctions.Bench.Pairs;

/// <summary>What one round of load cost a server.</summary>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="Cpu">Its processor time in microseconds a request.</param>
/// <param name="Bytes">What it allocated a request.</param>
/// <param name="P50">The median latency in microseconds.</param>
/// <param name="P99">The 99th percentile in microseconds.</param>
/// <param name="P999">The 99.9th percentile in microseconds.</param>
/// <param name="Pause">How long collections stopped it, in milliseconds a second.</param>
/// <param name="Resident">Its resident memory afterwards, in MiB.</param>
internal sealed record SideRound(double PerSecond, double Cpu, double Bytes, double P50, double P99, double P999, double Pause, double Resident)
{
    /// <summary>Loads a server for so long.</summary>
    /// <param name="side">The server, and what it is asked.</param>
    /// <param name="load">Connections to it.</param>
    /// <param name="time">How long.</param>
    public static async Task<SideRound> MeasureAsync(PairSide side, LoadGenerator load, TimeSpan time)
    {
        var before = await side.Server.Probe.ReadAsync();
        var result = await load.RunAsync(side.Work, time);
        var after = await side.Server.Probe.ReadAsync();
        var (requests, latencies) = ((double)result.Requests, result.Latencies);
        return new SideRound(
            result.PerSecond,
            (after.Cpu - before.Cpu).TotalMicroseconds / requests,
            (after.Allocated - before.Allocated) / requests,
            latencies.Microseconds(0.5),
            latencies.Microseconds(0.99),
            latencies.Microseconds(0.999),
            (after.GcPause - before.GcPause).TotalMilliseconds / result.Elapsed.TotalSeconds,
            after.Resident / 1024.0 / 1024.0);
    }
}
