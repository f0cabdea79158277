namespace TokenFunctions.Tokens;

/// <summary>A time that may be missing, as one number: what is held a million times has no room for more.</summary>
internal static class UtcTicks
{
    /// <summary>There is no time.</summary>
    public const long None = long.MaxValue;

    /// <summary>The ticks of a time, UTC.</summary>
    public static long Of(DateTimeOffset? time) => time?.UtcTicks ?? None;

    /// <summary>The time of those ticks.</summary>
    public static DateTimeOffset? Time(long ticks) =>
        ticks == None ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}
