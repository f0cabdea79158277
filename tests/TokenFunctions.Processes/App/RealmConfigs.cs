using System.Globalization;

namespace TokenFunctions.Processes.App;

/// <summary>Configs of realms for the providers of these tests.</summary>
internal static class RealmConfigs
{
    /// <summary>OAuth 2 client credentials by HTTP Basic (RFC 6749 §4.4, §2.3.1).</summary>
    public static string OidcBasic(Uri endpoint) => $$"""
        {"url":"{{endpoint}}","content_type":"form",
         "auth":{"type":"basic","username":"$key_1","password":"$key_2"},
         "arguments":[{"name":"grant_type","place":"body","value":"client_credentials"}],
         "token_path":"access_token","expires_in_path":"expires_in",
         "errors":{"rules":[{"code":["invalid_client"],"kind":"bad_credentials"}]} }
        """;

    /// <summary>OAuth 2 client credentials with the secret in the body (RFC 6749 §2.3.1).</summary>
    public static string OidcPost(Uri endpoint) => $$"""
        {"url":"{{endpoint}}","content_type":"form",
         "arguments":[{"name":"grant_type","place":"body","value":"client_credentials"},
           {"name":"client_id","place":"body","value":"$key_1"},{"name":"client_secret","place":"body","value":"$key_2"}],
         "token_path":"access_token","expires_in_path":"expires_in"}
        """;

    /// <summary>The first system's shape, for a provider that replaces its token.</summary>
    public static string WeChat(string address, int overlapSeconds = 300) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"url":"{{address}}/cgi-bin/token","method":"GET",
         "arguments":[{"name":"appid","place":"url","value":"$key_1"},{"name":"secret","place":"url","value":"$key_2"},
           {"name":"grant_type","place":"url","value":"$key_3"}],
         "token_path":"access_token","content_type":"json","expires_in_path":"expires_in",
         "policy":{"issue":"replaces","overlap_sec":{{overlapSeconds}} } }
        """);

    /// <summary>A provider that takes anything; by default a lease for it lasts 3 s.</summary>
    public static string Gated(string address, string issue, int overlapSeconds = 2, int timeoutMs = 1500) => Plain(
        $"{address}/token", string.Create(CultureInfo.InvariantCulture, $$"""
            "issue":"{{issue}}","overlap_sec":{{overlapSeconds}},"timeout_ms":{{timeoutMs}},"force_min_interval_sec":0
            """));

    /// <summary>A provider that takes anything at this address.</summary>
    /// <param name="url">The address.</param>
    /// <param name="policy">The members of the realm's policy, as JSON.</param>
    public static string Plain(string url, string policy) => $$"""
        {"url":"{{url}}","arguments":[{"name":"secret","place":"body","value":"$key_1"}],
         "token_path":"access_token","expires_in_path":"expires_in","policy":{ {{policy}} } }
        """;
}
