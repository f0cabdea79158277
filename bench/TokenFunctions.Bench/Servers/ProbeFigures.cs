using System.Text.Json;

namespace TokenFunctions.Bench.Servers;

/// <summary>What a process costs so far.</summary>
/// <param name="Allocated">The bytes that it allocated.</param>
/// <param name="Cpu">The processor time of all its threads.</param>
/// <param name="GcPause">How long collections stopped it.</param>
/// <param name="Collections">How many there were of generation 0, 1 and 2; an older one counts among the younger
/// too.</param>
/// <param name="PoolThreads">The threads of the thread pool.</param>
/// <param name="Threads">All threads.</param>
/// <param name="Handles">What it has open.</param>
/// <param name="Heap">The bytes on its heap, dead ones included unless they were collected.</param>
/// <param name="Committed">The bytes that the heap holds of the machine's memory.</param>
/// <param name="Resident">Its resident memory in bytes.</param>
internal sealed record ProbeFigures(
    long Allocated, TimeSpan Cpu, TimeSpan GcPause, (int Gen0, int Gen1, int Gen2) Collections, int PoolThreads,
    int Threads, int Handles, long Heap, long Committed, long Resident)
{
    /// <summary>Reads the probe's line.</summary>
    public static ProbeFigures Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new ProbeFigures(
            Long("allocated"), TimeSpan.FromMicroseconds(Long("cpu_us")), TimeSpan.FromMicroseconds(Long("gc_pause_us")),
            (Int("gc0"), Int("gc1"), Int("gc2")), Int("pool_threads"), Int("threads"), Int("handles"), Long("heap"),
            Long("committed"), Long("rss"));

        long Long(string name) => root.GetProperty(name).GetInt64();
        int Int(string name) => root.GetProperty(name).GetInt32();
    }
}
