using System.Globalization;

namespace TokenFunctions.App.Tests.App;

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

    /// <summary>A provider that takes anything; a lease for it lasts 3 s.</summary>
    public static string Gated(string address, string issue, int overlapSeconds = 2) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"url":"{{address}}/token","arguments":[{"name":"secret","place":"body","value":"$key_1"}],
         "token_path":"access_token","expires_in_path":"expires_in",
         "policy":{"issue":"{{issue}}","overlap_sec":{{overlapSeconds}},"timeout_ms":1500,"force_min_interval_sec":0} }
        """);
}
