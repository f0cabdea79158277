namespace TokenFunctions.Sweeping;

/// <summary>The time of one sweep: when it is over, nothing new is begun.</summary>
internal sealed class RunTime(TimeProvider time, TimeSpan limit)
{
    private readonly long begunAt = time.GetTimestamp();

    public TimeSpan Elapsed => time.GetElapsedTime(begunAt);

    public bool IsOver => Elapsed >= limit;
}
