namespace TokenFunctions.Diagnostics;

/// <summary>Whether something that the service stands on answers, from the ends of the calls to it. Many threads may
/// tell it.</summary>
/// <param name="time">Measures.</param>
internal sealed class Availability(TimeProvider time)
{
    /// <summary>However often calls end one way and the other, one change to the worse is told in this time.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private volatile bool isAway;
    private long? awaySince;
    private long failures;

    /// <summary>A call was not answered.</summary>
    /// <returns>Whether that is to be told.</returns>
    public bool Failed()
    {
        lock (gate)
        {
            failures++;
            if (isAway || (awaySince is { } told && time.GetElapsedTime(told) < Pause)) return false;
            (isAway, awaySince) = (true, time.GetTimestamp());
            return true;
        }
    }

    /// <summary>A call was answered.</summary>
    /// <returns>What is to be told: for how long it was away and how many calls failed since it was last told to be
    /// well; null = nothing.</returns>
    public (TimeSpan Away, long Failures)? Worked()
    {
        // By far the most calls end here.
        if (!isAway) return null;
        lock (gate)
        {
            if (!isAway) return null;
            var news = (time.GetElapsedTime(awaySince!.Value), failures);
            (isAway, failures) = (false, 0);
            return news;
        }
    }
}
