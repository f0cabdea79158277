using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Access;

/// <summary>Keeps web pages and other machines out of a service without a key: a browser on the same machine reaches
/// loopback too, also under a foreign name (DNS rebinding), and so does a front that passes on what others
/// sent.</summary>
internal static class LoopbackGuard
{
    // RFC 7239; RFC 9110, section 7.6.3; the others by custom. A front that adds none of them cannot be told from a
    // program of this machine.
    private static readonly string[] FrontHeaders =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    /// <summary>Why the request is not served; null = it is.</summary>
    public static Problem? Refuse(HttpContext context)
    {
        var request = context.Request;
        if (!IsLoopback(request.Host.Host))
            return AccessProblem.LoopbackOnly("the Host must be 127.0.0.1, localhost or [::1].", "Host");
        if (FrontHeaders.FirstOrDefault(request.Headers.ContainsKey) is { } passed)
            return AccessProblem.LoopbackOnly($"what a front passes on ({passed}) is not served.", passed);
        if (!IsOwnPage(request))
            return AccessProblem.LoopbackOnly("requests of other sites' pages (Origin) are not served.", "Origin");
        if (SiteRule.IsForeign(request))
            return AccessProblem.LoopbackOnly(
                "requests of other sites' pages (Sec-Fetch-Site) are not served.", SiteRule.Header);
        return IsWrite(request.Method) && MediaRule.HasBody(context) && MediaRule.Check(request) is not null
            ? AccessProblem.LoopbackOnly("a change must be sent as application/json.", "Content-Type")
            : null;
    }

    private static bool IsLoopback(string host) =>
        host is "127.0.0.1" or "[::1]" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    // The console is a page of the service's own: whatever its address, the request has the same one. Not sent, the
    // request comes from no page, or from one that may not read the answer and can only ask what a link could.
    private static bool IsOwnPage(HttpRequest request) => request.Headers.Origin switch
    {
        [] => true,
        [var origin] => string.Equals(
            origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool IsWrite(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method);
}
