using System.Globalization;
using System.Text.RegularExpressions;

namespace TokenFunctions.Realms.Responses;

/// <summary>Reads an instant by RFC 3339 §5.6 and what providers make of it: 0 to 9 digits of a fraction, a date
/// alone, a blank for the <c>T</c>, an offset without colon, no offset at all for UTC.</summary>
internal static partial class Rfc3339Text
{
    private const string Whole = "yyyy-MM-dd'T'HH:mm:sszzz";

    /// <summary>The instant; null when the text is none.</summary>
    public static DateTimeOffset? Read(string text)
    {
        var match = Shape.Match(text);
        if (!match.Success) return null;
        var time = match.Groups["time"] is { Success: true } given ? given.Value : "00:00:00";
        var instant = $"{match.Groups["date"].Value}T{time}{Offset(match.Groups["offset"].Value)}";
        if (!DateTimeOffset.TryParseExact(
            instant, Whole, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var read)) return null;
        // A tick is a tenth of a microsecond; what is finer is cut off, so that no token lives longer than it does.
        var ticks = match.Groups["fraction"].Value.PadRight(7, '0')[..7];
        return read.AddTicks(long.Parse(ticks, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(
        // The digits of ASCII alone: \d stands for those of every script.
        @"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})([Tt ](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})"
        + @"([.,](?<fraction>[0-9]{1,9}))?(?<offset> ?(Z|z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}))?)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape { get; }

    private static string Offset(string text)
    {
        var offset = text.Trim();
        if (offset.Length == 0 || offset[0] is not ('+' or '-')) return "+00:00";
        return offset.Length == 5 ? $"{offset[..3]}:{offset[3..]}" : offset;
    }
}
