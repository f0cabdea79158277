namespace TokenFunctions.Caching;

/// <summary>The cache's periods, in ticks of the time provider: a hit then costs one reading of the clock and comparisons
/// of numbers.</summary>
internal sealed class CacheTimes(TimeProvider time, bool checksEarly)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly long frequency = time.TimestampFrequency;

    /// <summary>A due token whose renewal fails would otherwise ask the source again with every request.</summary>
    public long BehindPause { get; } = Ticks(Second, time.TimestampFrequency);

    /// <summary>While the source is tried behind, nobody waits for it; after that long without a try the next caller
    /// does.</summary>
    public long StaleFor { get; } = Ticks(TimeSpan.FromSeconds(5), time.TimestampFrequency);

    /// <summary>How long an entry may go unchecked: these ticks may stand still while the machine sleeps, and do not see
    /// a clock that is set.</summary>
    public long MostRest { get; } = Ticks(Second, time.TimestampFrequency);

    public long Now => time.GetTimestamp();

    /// <summary>That time and a period later.</summary>
    public long After(long from, TimeSpan period) => from + Ticks(period, frequency);

    /// <summary>From when the source is asked behind whether an answer still holds.</summary>
    public long EarlyFrom(long gotAt, TimeSpan revalidateAfter) =>
        checksEarly ? After(gotAt, revalidateAfter * 0.75) : long.MaxValue;

    // Rounded down: rather checked too early than too late. Half of all ticks is for ever, and can still be added to.
    private static long Ticks(TimeSpan period, long frequency)
    {
        var ticks = Math.Floor((decimal)period.Ticks * frequency / TimeSpan.TicksPerSecond);
        return (long)Math.Clamp(ticks, -(long.MaxValue / 2), long.MaxValue / 2);
    }
}
