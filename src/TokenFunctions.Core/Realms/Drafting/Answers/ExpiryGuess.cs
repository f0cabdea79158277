using System.Globalization;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Drafting.Answers;

/// <summary>What of a sample answer tells the life of the token.</summary>
/// <param name="Kind">How it is told.</param>
/// <param name="Path">Where; empty if not in a value of its own.</param>
/// <param name="Form">The unit of a duration or the format of a moment, in the words of the realm schema.</param>
internal sealed record ExpiryGuess(ExpiryKind Kind, string Path, string Form)
{
    // A number below is a length of time; as seconds since 1970 it would be before 2001.
    private const double LeastEpoch = 1e9;
    private const double LeastEpochMs = 1e11;
    private const double Day = 86_400;
    private const double Year = 365 * Day;

    private static readonly string[] Names =
        ["exp", "ttl", "lifetime", "validto", "validuntil", "validity", "sessiontimeout", "estimatedtimetoexpiration"];

    private static readonly (string Format, string Strptime)[] Dates =
    [
        ("yyyy-MM-dd", "%Y-%m-%d"), ("yyyy-MM-dd HH:mm:ss", "%Y-%m-%d %H:%M:%S"),
        ("yyyy-MM-dd'T'HH:mm:ss", "%Y-%m-%dT%H:%M:%S"),
    ];

    /// <summary>The guess: a value beside the token before one elsewhere, the first of equals.</summary>
    public static ExpiryGuess Find(IEnumerable<AnswerLeaf> leaves, AnswerLeaf? token)
    {
        var found = leaves.Where(IsNamed).OrderBy(leaf => leaf.Parent == (token?.Parent ?? "") ? 0 : 1)
            .Select(Read).FirstOrDefault(guess => guess is not null);
        if (found is not null) return found;
        return token is not null && JwtExpiry.Read(token.Text) is not null
            ? new(ExpiryKind.InJwt, "", "")
            : new(ExpiryKind.Absent, "", "");
    }

    private static bool IsNamed(AnswerLeaf leaf) =>
        !leaf.Name.Contains("refresh", StringComparison.Ordinal)
        && !leaf.Name.StartsWith("is", StringComparison.Ordinal)
        && (leaf.Name.Contains("expir", StringComparison.Ordinal) || Names.Contains(leaf.Name, StringComparer.Ordinal));

    private static ExpiryGuess? Read(AnswerLeaf leaf)
    {
        if (!leaf.IsText && double.TryParse(leaf.Text, CultureInfo.InvariantCulture, out var number))
            return OfNumber(leaf, number);
        if (DateTimeOffset.TryParseExact(leaf.Text, "r", CultureInfo.InvariantCulture, default, out _))
            return new(ExpiryKind.Moment, leaf.Path, "http_date");
        var date = Array.Find(Dates, known => DateTimeOffset.TryParseExact(
            leaf.Text, known.Format, CultureInfo.InvariantCulture, default, out _));
        if (HasBareOffset(leaf.Text)) return new(ExpiryKind.Moment, leaf.Path, "%Y-%m-%dT%H:%M:%S%z");
        if (date.Format is not null) return new(ExpiryKind.Moment, leaf.Path, date.Strptime);
        var isTime = leaf.Text.Contains('T', StringComparison.OrdinalIgnoreCase) && leaf.Text.Length > 18
            && DateTimeOffset.TryParse(leaf.Text, CultureInfo.InvariantCulture, default, out _);
        return isTime ? new(ExpiryKind.Moment, leaf.Path, "rfc3339") : null;
    }

    // RFC 3339 wants a colon in the offset; some providers leave it out: 2026-11-22T13:00:00+0000.
    private static bool HasBareOffset(string text) =>
        text.Length == 24 && text[10] == 'T' && text[19] is '+' or '-' && text[20..].All(char.IsAsciiDigit);

    private static ExpiryGuess? OfNumber(AnswerLeaf leaf, double number)
    {
        if (number <= 0) return null;
        var isDate = leaf.Text.Length == "yyyyMMddHHmmss".Length && leaf.Text.All(char.IsAsciiDigit);
        if (isDate) return new(ExpiryKind.Moment, leaf.Path, "%Y%m%d%H%M%S");
        if (number >= LeastEpoch) return new(ExpiryKind.Moment, leaf.Path, number >= LeastEpochMs ? "unix_ms" : "unix");
        if (leaf.Name == "sessiontimeout" || leaf.Name.Contains("minute", StringComparison.Ordinal))
            return new(ExpiryKind.Duration, leaf.Path, "min");
        return new(ExpiryKind.Duration, leaf.Path, IsMilliseconds(leaf.Name, number) ? "ms" : "s");
    }

    // Months in seconds are whole days or the odd rest of some; hours in milliseconds are neither.
    private static bool IsMilliseconds(string name, double number) =>
        name.EndsWith("ms", StringComparison.Ordinal) || name.Contains("milli", StringComparison.Ordinal)
        || number > Year || (number >= 1e6 && number % 1000 == 0 && number % Day != 0);
}
