using System.Net.Http.Headers;

namespace TokenFunctions.Realms.Responses;

/// <summary>Reads <c>Retry-After</c>: seconds or an HTTP date (RFC 9110 §10.2.3).</summary>
internal static class RetryDelay
{
    /// <summary>The time to wait from now on, never negative; null when the header is absent or unreadable.</summary>
    public static TimeSpan? Read(RetryConditionHeaderValue? header, TimeProvider clock)
    {
        var delay = header?.Delta ?? header?.Date - clock.GetUtcNow();
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }
}
