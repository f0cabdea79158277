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
    /// <summary>All parts of a round together.</summary>
    public static SideRound Of(IReadOnlyList<SideSlice> slices)
    {
        var latencies = new Latencies();
        foreach (var slice in slices) latencies.Add(slice.Load.Latencies);
        var (requests, seconds) = ((double)latencies.Count, slices.Sum(s => s.Load.Elapsed.TotalSeconds));
        return new SideRound(
            requests / seconds,
            slices.Sum(s => s.Cpu.TotalMicroseconds) / requests,
            slices.Sum(s => s.Bytes) / requests,
            latencies.Microseconds(0.5),
            latencies.Microseconds(0.99),
            latencies.Microseconds(0.999),
            slices.Sum(s => s.Pause.TotalMilliseconds) / seconds,
            slices[^1].Resident / 1024.0 / 1024.0);
    }
}
