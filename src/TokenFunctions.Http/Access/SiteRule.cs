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
}
