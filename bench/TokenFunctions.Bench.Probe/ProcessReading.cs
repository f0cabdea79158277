using System.Runtime;

namespace TokenFunctions.Bench.Probe;

/// <summary>What a process costs so far, as one line of JSON. Linux only.</summary>
internal static class ProcessReading
{
    /// <summary>Reads it.</summary>
    /// <param name="collects">Whether what nobody holds any more is collected before.</param>
    public static string Take(bool collects)
    {
        if (collects) CollectAll();
        var memory = GC.GetGCMemoryInfo(GCKind.Any);
        var rss = Environment.WorkingSet;
        return FormattableString.Invariant(
            $$"""{"allocated":{{GC.GetTotalAllocatedBytes(precise: true)}},"cpu_us":{{Environment.CpuUsage.TotalTime.TotalMicroseconds:0}},"gc_pause_us":{{GC.GetTotalPauseDuration().TotalMicroseconds:0}},"gc0":{{GC.CollectionCount(0)}},"gc1":{{GC.CollectionCount(1)}},"gc2":{{GC.CollectionCount(2)}},"pool_threads":{{ThreadPool.ThreadCount}},"threads":{{Count("/proc/self/task")}},"handles":{{Count("/proc/self/fd")}},"heap":{{GC.GetTotalMemory(forceFullCollection: false)}},"committed":{{memory.TotalCommittedBytes}},"rss":{{rss}}}""") + "\n";
    }

    // Twice, since finalizers let go of things.
    private static void CollectAll()
    {
        for (var pass = 0; pass < 2; pass++)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
    }

    private static int Count(string folder) => Directory.GetFileSystemEntries(folder).Length;
}
