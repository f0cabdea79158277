using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Attaching;

/// <summary>A token must not go where a request goes, and so the request was not sent.</summary>
/// <remarks>It names host and setting and never the token.</remarks>
public sealed class TokenHostException : HttpRequestException
{
    /// <summary>For a request that was held back.</summary>
    /// <param name="key">Which token.</param>
    /// <param name="host">The host, with its scheme and port where they are known.</param>
    /// <param name="setting">What would have to name it.</param>
    /// <param name="reason">Why it was held back, a sentence.</param>
    public TokenHostException(TokenKey key, string host, string setting, string reason)
        : base($"The token of {key} was not sent to {host}: {reason}") => (Key, Host, Setting) = (key, host, setting);

    /// <summary>Which token.</summary>
    public TokenKey Key { get; }

    /// <summary>Where the request goes, such as <c>https://api.example.com</c>; never a path or a query.</summary>
    public string Host { get; }

    /// <summary>The setting that says where the token may go.</summary>
    public string Setting { get; }
}
