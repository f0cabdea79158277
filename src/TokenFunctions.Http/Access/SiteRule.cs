using Microsoft.AspNetCore.Http;

namespace TokenFunctions.Http.Access;

/// <summary>Whose page a browser sends a request for, by what it says itself (W3C Fetch Metadata). What is no browser
/// says nothing.</summary>
internal static class SiteRule
{
    /// <summary>The header that says it.</summary>
    public const string Header = "Sec-Fetch-Site";

    /// <summary>Whether it is another site's page, also one of the same registered domain.</summary>
    public static bool IsForeign(HttpRequest request) =>
        request.Headers[Header].ToString() is not ("" or "none" or "same-origin");

    /// <summary>Whether a browser that says nothing there names a page of another host as the origin (RFC 6454). Behind
    /// a front the host that the browser asked stands in X-Forwarded-Host.</summary>
    public static bool HasForeignOrigin(HttpRequest request)
    {
        if (request.Headers.Origin.Count == 0) return false;
        if (!Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)) return true;
        return !IsSame(origin, request.Host.Value) && !IsSame(origin, request.Headers["X-Forwarded-Host"].ToString());
    }

    private static bool IsSame(Uri origin, string? host) =>
        string.Equals(origin.Authority, host, StringComparison.OrdinalIgnoreCase);
}
