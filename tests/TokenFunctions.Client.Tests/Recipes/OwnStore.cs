using TokenFunctions.Client;
using TokenFunctions.Client.Embedded;
using TokenFunctions.Sqlite;
using TokenFunctions.Tokens;

namespace Acme.Shop;

// A store of the program's own, with the package TokenFunctions.Sqlite: tokens outlive the program, and the
// programs of one machine share them. Values in it are sealed with the key in the second file, which is made for
// its owner only.
public static class OwnStore
{
    public static TokenClient Open(
        string folder, Uri tokenEndpoint, string clientId, string clientSecret, string? allow = null)
    {
        var options = new EmbeddedOptions
        {
            Tables = new SqliteTables(Path.Combine(folder, "tokens.db")),
            SealingKeyFile = Path.Combine(folder, "sealing.key"),
            // Public addresses by https are allowed anyway.
            EgressAllow = allow,
            Prefetch = { new TokenKey("orders", "main") },
        };
        options
            .AddPreset(
                "orders", "generic-oauth2-client-credentials", """{ "attach": { "hosts": ["api.example.com"] } }""")
            .AddSecret(
                "orders", "main",
                ("token_url", tokenEndpoint.AbsoluteUri), ("client_id", clientId), ("client_secret", clientSecret));
        return TokenClient.Embed(options);
    }
}
