using TokenFunctions.Realms;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Keys;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Core.Tests.Servers;

/// <summary>Shipped presets against the certified provider: nothing is given but what an operator fills in.</summary>
[Collection(OneOidcServer.Name)]
[Against("OidcProvider")]
public sealed class PresetTests(OidcServer server)
{
    [NodeFact]
    public async Task Client_credentials_with_the_secret_in_the_body()
    {
        var answer = await AskAsync("generic-oauth2-client-credentials", OidcClient.Post);
        answer.IsJwtFor(server, OidcClient.Post.Id);
        (await AskAsync("generic-oauth2-client-credentials", OidcClient.Post with { Secret = "wrong" })).IsInvalidClient();
    }

    [NodeFact]
    public async Task Client_credentials_for_a_resource_that_the_operator_names()
    {
        var answer = await AskAsync("generic-oauth2-client-credentials", OidcClient.Post, ("resource", OidcServer.OpaqueApi), ("scope", "read"));
        await answer.IsKnownAsync(server, OidcClient.Post.Id);
    }

    [NodeFact]
    public async Task Client_credentials_by_Basic()
    {
        var plain = await AskAsync("generic-oauth2-client-credentials-basic", OidcClient.Basic);
        var encoded = await AskAsync("generic-oauth2-client-credentials-basic", OidcClient.Encoded);
        plain.IsJwtFor(server, OidcClient.Basic.Id);
        encoded.IsJwtFor(server, OidcClient.Encoded.Id);
        (await AskAsync("generic-oauth2-client-credentials-basic", OidcClient.Encoded with { Secret = "wrong" })).IsInvalidClient();
    }

    [NodeFact]
    public async Task A_signed_assertion()
    {
        using var key = ClientKey.Create("RS256");
        using var other = ClientKey.Create("RS256");
        var client = await server.RegisterAsync(key);
        (await AskAsync(client, key, key.Pkcs8)).IsJwtFor(server, client);
        (await AskAsync(client, key, other.Pkcs8)).IsInvalidClient();
    }

    [NodeFact]
    public async Task A_signed_assertion_at_Keycloaks_address()
    {
        using var key = ClientKey.Create("RS256");
        var client = await server.RegisterAsync(key);
        var answer = await Engine.AskByPresetAsync(
            "keycloak-private-key-jwt", ("base_url", server.Issuer.ToString().TrimEnd('/')), ("realm", OidcServer.KeycloakRealm),
            ("client_id", client), ("private_key", key.Pkcs1), ("key_id", key.Id));
        answer.IsJwtFor(server, client);
    }

    [NodeTheory]
    [InlineData("generic-oauth2-refresh-token", "broker-refresh")]
    [InlineData("generic-oauth2-refresh-token-basic", "broker-refresh-basic")]
    public async Task A_refresh_token(string preset, string id)
    {
        var client = new OidcClient(id, OidcServer.ClientSecret);
        var consented = ("refresh_token", await server.ConsentAsync(id));
        var answer = await AskAsync(preset, client, consented);
        answer.IsJwtFor(server, id);
        Assert.NotEqual(consented.Item2, answer.Token!.State["refresh_token"].Reveal());
        (await AskAsync(preset, client with { Secret = "wrong" }, consented)).IsInvalidClient();
    }

    private Task<UpstreamAnswer> AskAsync(string preset, OidcClient client, params (string, string)[] more) => Engine.AskByPresetAsync(
        preset, [("token_url", server.TokenEndpoint.ToString()), ("client_id", client.Id), ("client_secret", client.Secret), .. more]);

    private Task<UpstreamAnswer> AskAsync(string client, ClientKey key, string privateKey) => Engine.AskByPresetAsync(
        "generic-oauth2-private-key-jwt",
        ("token_url", server.TokenEndpoint.ToString()), ("client_id", client), ("private_key", privateKey), ("key_id", key.Id));
}
