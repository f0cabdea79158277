namespace TokenFunctions.Bench.Memory;

/// <summary>For how long the collector stops the program. It is looked at all the time, so that no collection is
/// missed.</summary>
internal sealed class PauseWatch
{
    private readonly TimeSpan begun = GC.GetTotalPauseDuration();
    private readonly int full = GC.CollectionCount(2);
    private int seen = GC.CollectionCount(0);

    /// <summary>The longest stop.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>All stops together.</summary>
    public TimeSpan Total => GC.GetTotalPauseDuration() - begun;

    /// <summary>How many collections went over all objects.</summary>
    public int Full => GC.CollectionCount(2) - full;

    /// <summary>Looks whether there was another collection.</summary>
    public void Look()
    {
        var now = GC.CollectionCount(0);
        if (now == seen) return;
        seen = now;
        foreach (var pause in GC.GetGCMemoryInfo(GCKind.Any).PauseDurations)
            if (pause > Longest) Longest = pause;
    }
}
