using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Core.Tests.Servers;

/// <summary>Client credentials with a secret, in the body and by HTTP Basic, against the certified provider.</summary>
[Collection(OneOidcServer.Name)]
[Against("OidcProvider")]
public sealed class ClientSecretTests(OidcServer server)
{
    [NodeFact]
    public async Task A_secret_in_the_body_gets_a_token()
    {
        var answer = await Engine.AskAsync(OAuthRealms.Post(server.TokenEndpoint), Fields(OidcClient.Post));
        answer.IsJwtFor(server, OidcClient.Post.Id);
    }

    [NodeFact]
    public async Task A_token_that_only_the_provider_can_read_is_handed_out_as_it_is()
    {
        var resource = $$""",{"name":"resource","place":"body","value":"{{OidcServer.OpaqueApi}}"}""";
        var answer = await Engine.AskAsync(OAuthRealms.Post(server.TokenEndpoint, resource), Fields(OidcClient.Post));
        await answer.IsKnownAsync(server, OidcClient.Post.Id);
    }

    [NodeTheory]
    [InlineData("raw")]
    [InlineData("form")]
    public async Task A_plain_secret_by_Basic_gets_a_token_in_either_encoding(string encoding)
    {
        var answer = await Engine.AskAsync(OAuthRealms.Basic(server.TokenEndpoint, encoding), Fields(OidcClient.Basic));
        answer.IsJwtFor(server, OidcClient.Basic.Id);
    }

    [NodeFact]
    public async Task An_id_and_a_secret_of_any_characters_by_Basic_get_a_token_form_encoded_and_not_raw()
    {
        var encoded = await Engine.AskAsync(OAuthRealms.Basic(server.TokenEndpoint, "form"), Fields(OidcClient.Encoded));
        encoded.IsJwtFor(server, OidcClient.Encoded.Id);
        var raw = await Engine.AskAsync(OAuthRealms.Basic(server.TokenEndpoint, "raw"), Fields(OidcClient.Encoded));
        raw.IsInvalidClient();
    }

    [NodeFact]
    public async Task A_wrong_secret_is_an_invalid_client()
    {
        var post = await Engine.AskAsync(OAuthRealms.Post(server.TokenEndpoint), Fields(OidcClient.Post with { Secret = "wrong" }));
        var basic = await Engine.AskAsync(OAuthRealms.Basic(server.TokenEndpoint, "form"), Fields(OidcClient.Basic with { Secret = "wrong" }));
        Assert.All([post, basic], answer => answer.IsInvalidClient());
    }

    [NodeFact]
    public async Task An_unknown_client_is_an_invalid_client()
    {
        var unknown = await Engine.AskAsync(OAuthRealms.Post(server.TokenEndpoint), Fields(new("nobody", OidcServer.ClientSecret)));
        unknown.IsInvalidClient();
    }

    private static (string, string)[] Fields(OidcClient client) => [("id", client.Id), ("secret", client.Secret)];
}
