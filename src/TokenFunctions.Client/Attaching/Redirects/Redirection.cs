using System.Net;

namespace TokenFunctions.Client.Attaching.Redirects;

/// <summary>Where an answer leads (RFC 9110 §15.4).</summary>
internal static class Redirection
{
    /// <summary>The next request; null when the answer leads nowhere, or where this one cannot or should not
    /// go.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="hop">The request that it answers.</param>
    /// <param name="canReplay">Whether the request's content can be sent again.</param>
    public static Hop? Next(HttpResponseMessage response, Hop hop, bool canReplay)
    {
        if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location) return null;
        // A path alone would be the address of a file here if it were not joined as text.
        if (!Uri.TryCreate(hop.Address, location.OriginalString, out var address) || !IsSafe(hop.Address, address))
            return null;
        var method = MethodAfter(response.StatusCode, hop.Method);
        var content = method == hop.Method ? hop.Content : null;
        return content is null || canReplay ? new(method, address, content, hop.Number + 1) : null;
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    // User information in an address that somebody else wrote is an attempt to mislead (RFC 9110 §4.2.4).
    private static bool IsSafe(Uri from, Uri to)
    {
        var isWeb = to.Scheme == Uri.UriSchemeHttps || to.Scheme == Uri.UriSchemeHttp;
        var isDowngrade = from.Scheme == Uri.UriSchemeHttps && to.Scheme != Uri.UriSchemeHttps;
        return isWeb && !isDowngrade && to.UserInfo.Length == 0;
    }

    private static HttpMethod MethodAfter(HttpStatusCode status, HttpMethod method) => (int)status switch
    {
        301 or 302 when method == HttpMethod.Post => HttpMethod.Get,
        303 when method != HttpMethod.Head => HttpMethod.Get,
        _ => method,
    };
}
