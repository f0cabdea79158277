using System.Globalization;

namespace TokenFunctions.Realms.Times;

/// <summary>Writes what one directive stands for.</summary>
internal static class TimeWriting
{
    /// <summary>The text of a directive.</summary>
    public static string Write(char directive, DateTimeOffset time) => directive switch
    {
        'Y' => Digits(time.Year, 4),
        'y' => Digits(time.Year % 100, 2),
        'm' => Digits(time.Month, 2),
        'd' => Digits(time.Day, 2),
        'e' => time.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2),
        'j' => Digits(time.DayOfYear, 3),
        'H' => Digits(time.Hour, 2),
        'I' => Digits((time.Hour + 11) % 12 + 1, 2),
        'M' => Digits(time.Minute, 2),
        'S' => Digits(time.Second, 2),
        'L' => Digits(time.Millisecond, 3),
        'f' => Digits(time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond, 6),
        's' => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        'z' => Offset(time.Offset, ""),
        'Z' => time.Offset == TimeSpan.Zero ? "UTC" : "UTC" + Offset(time.Offset, ":"),
        _ => Name(directive, time),
    };

    private static string Name(char directive, DateTimeOffset time)
    {
        var month = EnglishNames.Months[time.Month - 1];
        var day = EnglishNames.Days[(int)time.DayOfWeek];
        return directive switch
        {
            'B' => month,
            'b' => EnglishNames.Short(month),
            'A' => day,
            'a' => EnglishNames.Short(day),
            _ => EnglishNames.Halves[time.Hour / 12],
        };
    }

    private static string Offset(TimeSpan offset, string between)
    {
        var size = offset.Duration();
        return $"{(offset < TimeSpan.Zero ? '-' : '+')}{Digits(size.Hours, 2)}{between}{Digits(size.Minutes, 2)}";
    }

    private static string Digits(long number, int width) =>
        number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
}
