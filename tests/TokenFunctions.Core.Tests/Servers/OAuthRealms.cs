namespace TokenFunctions.Core.Tests.Servers;

/// <summary>Realms that get tokens by client credentials (RFC 6749 §4.4), one for each way in which a client proves
/// itself. Secrets: <c>id</c> and <c>secret</c>, or <c>id</c>, <c>key</c> and <c>kid</c>.</summary>
internal static class OAuthRealms
{
    private const string Grant = """{"name":"grant_type","place":"body","value":"client_credentials"}""";

    private const string Answer = """
        "token_path":"access_token","expires_in_path":"expires_in",
        "errors":{"rules":[{"code":["invalid_client"],"kind":"bad_credentials","retryable":false}]}
        """;

    /// <summary>The secret in the body.</summary>
    /// <param name="url">The token endpoint.</param>
    /// <param name="more">Further arguments, each with a comma before it.</param>
    public static string Post(Uri url, string more = "") => $$"""
        {"url":"{{url}}","content_type":"form",
         "arguments":[{{Grant}},{"name":"client_id","place":"body","value":"$id"},
           {"name":"client_secret","place":"body","value":"$secret"}{{more}}],{{Answer}} }
        """;

    /// <summary>The secret by HTTP Basic.</summary>
    public static string Basic(Uri url, string encoding) => $$"""
        {"url":"{{url}}","content_type":"form","arguments":[{{Grant}}],
         "auth":{"type":"basic","username":"$id","password":"$secret","encoding":"{{encoding}}"},{{Answer}} }
        """;

    /// <summary>A signed assertion (RFC 7523 §2.2).</summary>
    public static string PrivateKeyJwt(Uri url, string algorithm, string? audience = null) => $$"""
        {"url":"{{url}}","content_type":"form",
         "vars":[{"name":"assertion","jwt":{"alg":"{{algorithm}}","key":"$key","header":{"kid":"$kid"},
           "claims":{"iss":"$id","sub":"$id","aud":"{{audience ?? url.ToString()}}"},"ttl_sec":60,"jti":true} }],
         "arguments":[{{Grant}},
           {"name":"client_assertion_type","place":"body","value":"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
           {"name":"client_assertion","place":"body","value":"${assertion}"}],{{Answer}} }
        """;
}
