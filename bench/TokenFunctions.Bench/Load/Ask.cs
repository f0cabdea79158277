using System.Text;

namespace TokenFunctions.Bench.Load;

/// <summary>A request as it goes over the wire, and how the body of its only right answer begins.</summary>
/// <param name="Request">The bytes of the request.</param>
/// <param name="Expected">The first bytes of the answer's body, with the token.</param>
internal sealed record Ask(byte[] Request, byte[] Expected)
{
    /// <summary>A <c>GET</c> of a token.</summary>
    /// <param name="target">Path and query.</param>
    /// <param name="apiKey">The caller's key; null = none is sent.</param>
    /// <param name="token">The token, or how it begins. It is JSON without escapes.</param>
    public static Ask Token(string target, string? apiKey, string token) =>
        Get(target, apiKey, $$"""{"token":"{{token}}""");

    /// <summary>A <c>GET</c>.</summary>
    /// <param name="target">Path and query.</param>
    /// <param name="apiKey">The caller's key; null = none is sent.</param>
    /// <param name="body">How the answer's body begins.</param>
    public static Ask Get(string target, string? apiKey, string body)
    {
        var key = apiKey is null ? "" : $"x-api-key: {apiKey}\r\n";
        var request = $"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\n{key}\r\n";
        return new Ask(Encoding.ASCII.GetBytes(request), Encoding.UTF8.GetBytes(body));
    }
}
