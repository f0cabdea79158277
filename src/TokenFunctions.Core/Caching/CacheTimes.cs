namespace TokenFunctions.Caching;

/// <summary>The cache's own clock and periods, in ticks: a hit then costs one reading of the clock and comparisons of
/// numbers.</summary>
internal sealed class CacheTimes
{
    private readonly TimeProvider time;
    private readonly bool isSystem;
    private readonly bool checksEarly;
    private readonly long frequency;

    /// <summary>Periods in the ticks of that provider.</summary>
    public CacheTimes(TimeProvider time, bool checksEarly)
    {
        (this.time, this.checksEarly) = (time, checksEarly);
        isSystem = ReferenceEquals(time, TimeProvider.System);
        frequency = isSystem ? 1000 : time.TimestampFrequency;
        BehindPause = MostRest = Ticks(TimeSpan.FromSeconds(1));
        StaleFor = Ticks(TimeSpan.FromSeconds(5));
    }

    /// <summary>A due token whose renewal fails would otherwise ask the source again with every request.</summary>
    public long BehindPause { get; }

    /// <summary>While the source is tried behind, nobody waits for it; after that long without a try the next caller
    /// does.</summary>
    public long StaleFor { get; }

    /// <summary>How long an entry may go unchecked: these ticks may stand still while the machine sleeps, and do not
    /// see a clock that is set.</summary>
    public long MostRest { get; }

    /// <summary>The time now. The system's finest clock costs more than all the rest of a hit; its coarse one, of some
    /// milliseconds, is fine enough for tokens.</summary>
    public long Now => isSystem ? Environment.TickCount64 : time.GetTimestamp();

    /// <summary>That time and a period later.</summary>
    public long After(long from, TimeSpan period) => from + Ticks(period);

    /// <summary>From when the source is asked behind whether an answer still holds.</summary>
    public long EarlyFrom(long gotAt, TimeSpan revalidateAfter) =>
        checksEarly ? After(gotAt, revalidateAfter * 0.75) : long.MaxValue;

    // Rounded down: rather checked too early than too late. Half of all ticks is for ever, and can still be added to.
    private long Ticks(TimeSpan period)
    {
        if (isSystem && period >= TimeSpan.Zero) return period.Ticks / TimeSpan.TicksPerMillisecond;
        var ticks = Math.Floor((decimal)period.Ticks * frequency / TimeSpan.TicksPerSecond);
        return (long)Math.Clamp(ticks, -(long.MaxValue / 2), long.MaxValue / 2);
    }
}
