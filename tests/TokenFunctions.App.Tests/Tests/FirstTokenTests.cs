using System.Net;
using System.Net.Sockets;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>A first token from a real OAuth server, on the embedded database.</summary>
[Collection("single apps")]
[Against("OidcProvider")]
public sealed class FirstTokenTests(OidcServer oidc) : IClassFixture<OidcServer>, IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [NodeFact]
    public async Task A_client_gets_a_token_by_basic_and_then_from_the_store_and_from_memory()
    {
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));
        await app.Api.SetUpAsync("oidc", RealmConfigs.OidcBasic(oidc.TokenEndpoint), "app", Secret("broker", OidcServer.ClientSecret));
        var before = await oidc.TokenCallsAsync();

        var first = await app.Api.TokenAsync("oidc", "app");
        var second = await app.Api.TokenAsync("oidc", "app");
        await app.Api.TokenAsync("oidc", "app", cache: true);
        var cached = await app.Api.TokenAsync("oidc", "app", cache: true);

        Assert.Equal(("upstream", "database", "cache"), (first.Source, second.Source, cached.Source));
        Assert.StartsWith("eyJ", first.Token, StringComparison.Ordinal);
        Assert.Equal([first.Token, first.Token], [second.Token, cached.Token]);
        Assert.InRange(first.Json.GetProperty("expires_in").GetInt64(), 100_000, 120_000);
        Assert.Equal(1, await oidc.TokenCallsAsync() - before);
    }

    [NodeFact]
    public async Task Proxies_of_the_environment_are_not_asked()
    {
        using var trap = new TcpListener(IPAddress.Loopback, 0);
        trap.Start();
        var proxy = $"http://127.0.0.1:{((IPEndPoint)trap.LocalEndpoint).Port}";
        var settings = new AppSettings(folder.Path).With(
            ("HTTP_PROXY", proxy), ("http_proxy", proxy), ("HTTPS_PROXY", proxy), ("ALL_PROXY", proxy), ("NO_PROXY", null), ("no_proxy", null));
        await using var app = await AppProcess.StartAsync(settings);
        await app.Api.SetUpAsync("oidc", RealmConfigs.OidcBasic(oidc.TokenEndpoint), "app", Secret("broker", OidcServer.ClientSecret));

        Assert.Equal("upstream", (await app.Api.TokenAsync("oidc", "app")).Source);
        Assert.False(trap.Pending());
    }

    [NodeFact]
    public async Task A_client_gets_a_token_with_its_secret_in_the_form()
    {
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));
        await app.Api.SetUpAsync("oidc", RealmConfigs.OidcPost(oidc.TokenEndpoint), "app", Secret("broker-post", OidcServer.ClientSecret));

        Assert.Equal("upstream", (await app.Api.TokenAsync("oidc", "app")).Source);
    }

    [NodeFact]
    public async Task A_wrong_secret_is_told_as_such_and_the_right_one_works_at_once()
    {
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));
        var wrong = Evidence.Plant("secret");
        await app.Api.SetUpAsync("oidc", RealmConfigs.OidcBasic(oidc.TokenEndpoint), "app", Secret("broker", wrong));

        var refused = await app.Api.TokenAsync("oidc", "app");
        Assert.Equal((HttpStatusCode.BadGateway, "upstream_bad_credentials"), (refused.Status, refused.Code));
        Assert.Equal("application/problem+json", refused.MediaType);
        Assert.Contains("invalid_client", refused.Body, StringComparison.Ordinal);

        await app.Api.PostAsync("/api/secret", $$"""{"realm":"oidc","key":"app",{{Secret("broker", OidcServer.ClientSecret)}}}""");
        Assert.Equal("upstream", (await app.Api.TokenAsync("oidc", "app")).Source);
    }

    private static string Secret(string id, string secret) => $$""" "key_1":"{{id}}","key_2":"{{secret}}" """;
}
