namespace TokenFunctions.Realms.Times;

/// <summary>What a text told of a time.</summary>
internal sealed class TimeFields
{
    private static readonly TimeSpan Day24 = TimeSpan.FromDays(1);

    /// <summary>The year; null = not told.</summary>
    public int? Year { get; set; }

    /// <summary>The month, 1 to 12.</summary>
    public int Month { get; set; } = 1;

    /// <summary>The day of the month.</summary>
    public int Day { get; set; } = 1;

    /// <summary>The day of the year, from 1; null = told by month and day.</summary>
    public int? DayOfYear { get; set; }

    /// <summary>The hour, 0 to 23.</summary>
    public int Hour { get; set; }

    /// <summary>The hour of half a day, 1 to 12; null = told by <see cref="Hour"/>.</summary>
    public int? HourOfHalf { get; set; }

    /// <summary>0 before noon, 1 after it.</summary>
    public int Half { get; set; }

    /// <summary>The minute.</summary>
    public int Minute { get; set; }

    /// <summary>The second; 60 is a leap second.</summary>
    public int Second { get; set; }

    /// <summary>The part of a second, in ticks of 100 ns.</summary>
    public long Fraction { get; set; }

    /// <summary>Unix seconds; null = told by date and time.</summary>
    public long? Epoch { get; set; }

    /// <summary>How far local time is ahead of UTC.</summary>
    public TimeSpan Offset { get; set; }

    /// <summary>The instant in UTC; null when there is no such time or its year is not told.</summary>
    public DateTimeOffset? ToTime()
    {
        if (Epoch is { } epoch) return FromEpoch(epoch);
        if (DateTicks() is not { } date || TimeOfDay() is not { } time || Offset.Duration() >= Day24) return null;
        return At(date + time.Ticks + Fraction - Offset.Ticks);
    }

    private DateTimeOffset? FromEpoch(long seconds) =>
        seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(Fraction)
            : null;

    private long? DateTicks()
    {
        if (Year is not (>= 1 and <= 9999) || Month is < 1 or > 12 || Day < 1) return null;
        var year = Year.Value;
        if (DayOfYear is { } day)
            return day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365)
                ? new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day - 1).Ticks
                : null;
        return Day <= DateTime.DaysInMonth(year, Month)
            ? new DateTime(year, Month, Day, 0, 0, 0, DateTimeKind.Utc).Ticks
            : null;
    }

    private TimeSpan? TimeOfDay()
    {
        if (HourOfHalf is < 1 or > 12) return null;
        var hour = HourOfHalf is { } half ? half % 12 + 12 * Half : Hour;
        return hour <= 23 && Minute <= 59 && Second <= 60 ? new TimeSpan(hour, Minute, Second) : null;
    }

    private static DateTimeOffset? At(long ticks) =>
        ticks >= DateTimeOffset.MinValue.Ticks && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;
}
