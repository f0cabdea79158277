using System.Globalization;

namespace TokenFunctions.Realms.Times;

/// <summary>Reads what one directive stands for.</summary>
internal static class TimeReading
{
    private const int MaxEpochDigits = 12;
    private static readonly string[] Universal = ["UTC", "GMT", "Z"];

    /// <summary>Reads it into <paramref name="fields"/>.</summary>
    /// <returns>False when something else is there.</returns>
    public static bool Read(char directive, TimeScan scan, TimeFields fields) => directive switch
    {
        'Y' => Set(scan.Number(4), year => fields.Year = year),
        // The century is guessed as POSIX does.
        'y' => Set(scan.Number(2), year => fields.Year = year < 69 ? 2000 + year : 1900 + year),
        'm' => Set(scan.Number(2), month => fields.Month = month),
        'b' or 'B' => Set(scan.Name(EnglishNames.Months), index => fields.Month = index + 1),
        'd' or 'e' => Set(scan.Number(2), day => fields.Day = day),
        'j' => Set(scan.Number(3), day => fields.DayOfYear = day),
        'a' or 'A' => scan.Name(EnglishNames.Days) is not null,
        'H' => Set(scan.Number(2), hour => fields.Hour = hour),
        'I' => Set(scan.Number(2), hour => fields.HourOfHalf = hour),
        'p' => Set(scan.Name(EnglishNames.Halves), half => fields.Half = half),
        'M' => Set(scan.Number(2), minute => fields.Minute = minute),
        'S' => Set(scan.Number(2), second => fields.Second = second),
        'f' => ReadFraction(scan.Digits(1, 9), fields),
        'L' => ReadFraction(scan.Digits(1, 3), fields),
        's' => ReadEpoch(scan, fields),
        'z' => ReadOffset(scan, fields),
        _ => ReadZone(scan, fields),
    };

    private static bool Set(int? value, Action<int> set)
    {
        if (value is { } known) set(known);
        return value is not null;
    }

    private static bool ReadFraction(string? digits, TimeFields fields)
    {
        if (digits is null) return false;
        fields.Fraction = long.Parse(digits.PadRight(7, '0')[..7], CultureInfo.InvariantCulture);
        return true;
    }

    private static bool ReadEpoch(TimeScan scan, TimeFields fields)
    {
        var sign = scan.Sign() ?? 1;
        if (scan.Digits(1, MaxEpochDigits) is not { } digits) return false;
        fields.Epoch = sign * long.Parse(digits, CultureInfo.InvariantCulture);
        return true;
    }

    // Z, +hh, +hhmm, +hh:mm and the same with seconds.
    private static bool ReadOffset(TimeScan scan, TimeFields fields)
    {
        if (scan.Skip("Z")) return true;
        if (scan.Sign() is not { } sign || scan.Digits(2, 2) is not { } hours) return false;
        var seconds = Whole(hours) * 3600;
        foreach (var unit in new[] { 60, 1 })
        {
            var mustFollow = scan.Skip(":");
            var more = scan.Digits(2, 2);
            if (more is null && !mustFollow) break;
            if (more is null || Whole(more) > 59) return false;
            seconds += Whole(more) * unit;
        }
        fields.Offset = TimeSpan.FromSeconds(sign * seconds);
        return true;
    }

    // Other abbreviations mean different zones in different countries: CST is two of them.
    private static bool ReadZone(TimeScan scan, TimeFields fields)
    {
        if (!Universal.Any(scan.Skip)) return false;
        ReadOffset(scan, fields);
        return true;
    }

    private static int Whole(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
