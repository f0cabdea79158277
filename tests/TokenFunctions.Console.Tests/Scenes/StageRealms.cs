namespace TokenFunctions.Console.Tests.Scenes;

/// <summary>Configs of realms for accounts of <see cref="StageProvider"/>.</summary>
internal static class StageRealms
{
    /// <summary>OAuth 2 client credentials.</summary>
    /// <param name="account">The account's address.</param>
    public static string Plain(string account) => Config(account, "");

    /// <summary>Its tokens are due after a tenth of their life, and it may be called so often and no more.</summary>
    public static string Hasty(string account) => Config(
        account, "", """ "policy":{"refresh_before_sec":7199,"limits":[{"max":50,"per_sec":3600}]} """);

    /// <summary>Its refresh token is in doubt once a call is not answered.</summary>
    public static string Rotating(string account) => Config(
        account,
        """ {"name":"refresh_token","place":"body","value":"${state.refresh}"} """,
        """ "state":[{"name":"refresh","initial":"$client_secret","path":"refresh_token"}] """);

    /// <summary>It waits until a ticket is pushed.</summary>
    public static string Pushed(string account) => Config(
        account,
        """ {"name":"ticket","place":"body","value":"${inputs.ticket}"} """,
        """ "inputs":[{"name":"ticket"}] """);

    private static string Config(string account, string argument, string member = "") => $$"""
        {"url":"{{account}}/token","content_type":"form",
         "arguments":[{"name":"grant_type","place":"body","value":"client_credentials"},
           {"name":"client_id","place":"body","value":"$client_id"},
           {"name":"client_secret","place":"body","value":"$client_secret"}{{Also(argument)}}],
         "token_path":"access_token","expires_in_path":"expires_in",
         "errors":{"rules":[{"code":["invalid_client"],"kind":"bad_credentials"}]}{{Also(member)}} }
        """;

    private static string Also(string json) => json.Length > 0 ? $",{json}" : "";
}
