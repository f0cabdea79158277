using System.Globalization;

namespace TokenFunctions.Http.Input;

/// <summary>Times as RFC 3339 writes them, with a zone: a time without one means something
/// else on each machine.</summary>
internal static class Timestamp
{
    public const string InWords = "a time by RFC 3339 with a zone, such as 2030-01-31T12:00:00Z";

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>The time, UTC; null = it is not of that form.</summary>
    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at)
            ? at
            : null;
}
