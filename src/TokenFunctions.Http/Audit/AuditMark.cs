using System.Globalization;

namespace TokenFunctions.Http.Audit;

/// <summary>How far a reading of the audit has come: what <c>next</c> is in an answer and <c>after</c> in a
/// request.</summary>
/// <param name="Day">The day (UTC) at which it goes on.</param>
/// <param name="Id">The id of the last entry that was looked at; null = none of that day was.</param>
internal sealed record AuditMark(DateOnly Day, string? Id)
{
    /// <summary>The longest text of a mark.</summary>
    public const int MaxLength = 128;

    private const string DayFormat = "yyyyMMdd";

    public override string ToString()
    {
        var day = Day.ToString(DayFormat, CultureInfo.InvariantCulture);
        return Id is null ? day : $"{day}.{Id}";
    }

    /// <summary>Reads a mark; null = it is none.</summary>
    public static AuditMark? Parse(string text)
    {
        var parts = text.Split('.');
        if (parts.Length > 2 || (parts.Length == 2 && !IsId(parts[1]))) return null;
        return DateOnly.TryParseExact(
            parts[0], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new AuditMark(day, parts.Length == 2 ? parts[1] : null)
            : null;
    }

    private static bool IsId(string text) => text.Length > 0 && text.All(c => char.IsAsciiHexDigitLower(c) || c == '-');
}
