using System.Net.Http.Headers;

namespace TokenFunctions.Realms.Responses;

/// <summary>Reads <c>Retry-After</c>: seconds or an HTTP date (RFC 9110 §10.2.3).</summary>
internal static class RetryDelay
{
    // Whoever asks for more could keep a credential from being used until a person notices.
    private static readonly TimeSpan Most = TimeSpan.FromDays(1);

    /// <summary>The time to wait from now on, never negative and at most a day; null when the header is absent or
    /// unreadable.</summary>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="clock">The machine's own time, for an answer that does not tell its own.</param>
    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider clock)
    {
        // Who names a date means it by its own clock (RFC 9110 §6.6.1), which may be another than this machine's.
        var header = headers.RetryAfter;
        var delay = header?.Delta ?? header?.Date - (headers.Date ?? clock.GetUtcNow());
        if (delay < TimeSpan.Zero) return TimeSpan.Zero;
        return delay > Most ? Most : delay;
    }
}
