using System.Net.Http.Headers;

namespace TokenFunctions.Realms.Responses;

/// <summary>Reads <c>Retry-After</c>: seconds or an HTTP date (RFC 9110 §10.2.3).</summary>
internal static class RetryDelay
{
    // Whoever asks for more could keep a credential from being used until a person notices.
    private static readonly TimeSpan Most = TimeSpan.FromDays(1);

    /// <summary>The time to wait from now on, never negative and at most a day; null when the header is absent or
    /// unreadable.</summary>
    public static TimeSpan? Read(RetryConditionHeaderValue? header, TimeProvider clock)
    {
        var delay = header?.Delta ?? header?.Date - clock.GetUtcNow();
        if (delay < TimeSpan.Zero) return TimeSpan.Zero;
        return delay > Most ? Most : delay;
    }
}
