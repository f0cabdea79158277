using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Keys;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Core.Tests.Servers;

/// <summary>Client credentials with a signed assertion (RFC 7523 §2.2) against the certified provider.</summary>
[Collection(OneOidcServer.Name)]
[Against("OidcProvider")]
public sealed class PrivateKeyJwtTests(OidcServer server)
{
    [NodeTheory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    public async Task A_signed_assertion_gets_a_token_and_the_next_attempt_signs_another(string algorithm)
    {
        using var key = ClientKey.Create(algorithm);
        var secret = await RegisterAsync(key, key.Pkcs8);
        var realm = OAuthRealms.PrivateKeyJwt(server.TokenEndpoint, algorithm);

        var first = await Engine.AskAsync(realm, secret);
        var second = await Engine.AskAsync(realm, secret);

        Assert.All([first, second], answer => answer.IsJwtFor(server, secret[0].Value));
        Assert.NotEqual(first.Value(server), second.Value(server));
    }

    [NodeTheory]
    [InlineData("RS256", "PKCS#1")]
    [InlineData("RS256", "line breaks written out")]
    [InlineData("PS256", "PKCS#8")]
    [InlineData("PS256", "JWK")]
    [InlineData("ES256", "SEC1")]
    [InlineData("ES256", "JWK")]
    public async Task A_key_is_taken_in_the_form_in_which_it_was_handed_out(string algorithm, string form)
    {
        using var key = ClientKey.Create(algorithm);
        var secret = await RegisterAsync(key, Written(key, form));

        var answer = await Engine.AskAsync(OAuthRealms.PrivateKeyJwt(server.TokenEndpoint, algorithm), secret);

        answer.IsJwtFor(server, secret[0].Value);
    }

    [NodeTheory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    public async Task Another_key_than_the_registered_one_is_an_invalid_client(string algorithm)
    {
        using var key = ClientKey.Create(algorithm);
        using var other = ClientKey.Create(algorithm);
        var answer = await Engine.AskAsync(
            OAuthRealms.PrivateKeyJwt(server.TokenEndpoint, algorithm), await RegisterAsync(key, other.Pkcs8));
        answer.IsInvalidClient();
    }

    [NodeFact]
    public async Task Another_algorithm_or_audience_than_the_providers_is_an_invalid_client()
    {
        using var key = ClientKey.Create("RS256");
        var secret = await RegisterAsync(key, key.Pkcs8);
        var algorithm = await Engine.AskAsync(OAuthRealms.PrivateKeyJwt(server.TokenEndpoint, "PS256"), secret);
        var audience = await Engine.AskAsync(OAuthRealms.PrivateKeyJwt(server.TokenEndpoint, "RS256", "https://other.example"), secret);
        Assert.All([algorithm, audience], answer => answer.IsInvalidClient());
    }

    [NodeFact]
    public async Task An_assertion_is_dated_by_the_clock_and_one_of_an_hour_ago_is_an_invalid_client()
    {
        using var key = ClientKey.Create("RS256");
        using var late = Engine.Client(new ManualTime(TimeProvider.System.GetUtcNow().AddHours(-1)));
        var answer = await late.AskAsync(Plan("RS256"), Ask.Secret(await RegisterAsync(key, key.Pkcs8)), Ask.Long);
        answer.IsInvalidClient();
    }

    [NodeFact]
    public async Task The_provider_takes_no_jti_twice_so_that_an_attempt_needs_one_of_its_own()
    {
        using var key = ClientKey.Create("RS256");
        using var stuck = Engine.Client(draw: (_, _) => "always-the-same");
        var secret = await RegisterAsync(key, key.Pkcs8);
        var first = await stuck.AskAsync(Plan("RS256"), Ask.Secret(secret), Ask.Long);
        var second = await stuck.AskAsync(Plan("RS256"), Ask.Secret(secret), Ask.Long);
        first.IsJwtFor(server, secret[0].Value);
        second.IsInvalidClient();
    }

    private RealmPlan Plan(string algorithm) =>
        Engine.Compile(new RealmDefinition("own", OAuthRealms.PrivateKeyJwt(server.TokenEndpoint, algorithm)));

    private async Task<(string Name, string Value)[]> RegisterAsync(ClientKey key, string privateKey) =>
        [("id", await server.RegisterAsync(key)), ("key", privateKey), ("kid", key.Id)];

    private static string Written(ClientKey key, string form) => form switch
    {
        "PKCS#1" => key.Pkcs1,
        "SEC1" => key.Sec1,
        "JWK" => key.PrivateJwk,
        "PKCS#8" => key.Pkcs8,
        _ => key.Pkcs8.Replace("\n", "\\n", StringComparison.Ordinal),
    };
}
