using System.Net.Http.Headers;
using TokenFunctions.Realms.Times;

namespace TokenFunctions.Realms.Responses;

/// <summary>How an answer writes an instant: <c>response.expires_at_format</c> and <c>issued_at_format</c>.</summary>
internal sealed class InstantFormat
{
    /// <summary>The names of the formats, for messages.</summary>
    public const string InWords = "auto, unix, unix_ms, rfc3339, http_date or a strptime format, as %Y-%m-%d %H:%M:%S";

    // From here on a number cannot be meant as seconds: they would be in the year 5138.
    private const decimal MsFrom = 1e11m;

    private readonly Func<string, DateTimeOffset?> read;

    private InstantFormat(Func<string, DateTimeOffset?> read) => this.read = read;

    /// <summary>A number of seconds below 1e11, of milliseconds from there on; else a text by RFC 3339 or an HTTP
    /// date.</summary>
    public static InstantFormat Auto { get; } = new(OfAny);

    /// <summary>Seconds since 1970.</summary>
    public static InstantFormat Unix { get; } =
        new(text => NumberText.Read(text) is { } seconds ? OfSeconds(seconds) : null);

    /// <summary>Milliseconds since 1970.</summary>
    public static InstantFormat UnixMs { get; } =
        new(text => NumberText.Read(text) is { } ms ? OfSeconds(ms / 1000) : null);

    /// <summary>RFC 3339.</summary>
    public static InstantFormat Rfc3339 { get; } = new(Rfc3339Text.Read);

    /// <summary>An HTTP date (RFC 9110 §5.6.7).</summary>
    public static InstantFormat HttpDate { get; } = new(OfHttpDate);

    /// <summary>The format of this name; null when there is none.</summary>
    public static InstantFormat? TryParse(string text) => text switch
    {
        "auto" => Auto,
        "unix" => Unix,
        "unix_ms" => UnixMs,
        "rfc3339" => Rfc3339,
        "http_date" => HttpDate,
        _ => TimeFormat.TryParse(text) is { TellsDay: true } form ? new(form.Read) : null,
    };

    /// <summary>The instant; null when the text is not written like that.</summary>
    public DateTimeOffset? Read(string text) => read(text.Trim());

    private static DateTimeOffset? OfAny(string text) => NumberText.Read(text) is { } number
        ? OfSeconds(number < MsFrom ? number : number / 1000)
        : Rfc3339Text.Read(text) ?? OfHttpDate(text);

    private static DateTimeOffset? OfSeconds(decimal seconds) => seconds is >= 0 and < 253_402_300_800
        ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
        : null;

    // The one reader of the framework that knows all three forms of the RFC.
    private static DateTimeOffset? OfHttpDate(string text) =>
        RetryConditionHeaderValue.TryParse(text, out var value) ? value.Date : null;
}
