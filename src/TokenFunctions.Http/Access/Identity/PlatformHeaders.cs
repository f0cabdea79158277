using Microsoft.AspNetCore.Http;

namespace TokenFunctions.Http.Access.Identity;

/// <summary>The headers in which App Service authentication tells who was checked (learn.microsoft.com, "Work with
/// user identities in Azure App Service authentication"). Where it is on, the platform takes off what a client wrote
/// there; where it is off, nobody does.</summary>
internal static class PlatformHeaders
{
    /// <summary>All claims of the token: JSON in base64.</summary>
    public const string Principal = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>Whether a request has any of them.</summary>
    public static bool AreIn(HttpRequest request)
    {
        // Not by Keys, which the server would copy for each request.
        foreach (var header in request.Headers)
            if (header.Key.StartsWith(Principal, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
