using Microsoft.AspNetCore.Http;

namespace TokenFunctions.Http.Console;

/// <summary>What a browser may do with an answer of the console: nothing but show it and run its own files. Whatever
/// text gets onto the page, it is never markup or a script, and no other page can hold or open it.</summary>
internal static class ContentPolicy
{
    /// <summary>The rules for what the page loads and runs (Content Security Policy, level 3).</summary>
    public const string Rules =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
        + " form-action 'none'; base-uri 'none'; frame-ancestors 'none';"
        + " require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>What the page may ask of the device.</summary>
    public const string Permissions = "camera=(), microphone=(), geolocation=()";

    /// <summary>Puts them on an answer, whatever it will be.</summary>
    public static void Apply(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Rules;
        headers["Permissions-Policy"] = Permissions;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
