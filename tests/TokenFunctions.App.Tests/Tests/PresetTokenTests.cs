using System.Net;
using System.Text.Json;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Keys;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>Realms that are shipped presets, through the whole app to a real OAuth server.</summary>
[Collection("single apps")]
[Against("OidcProvider")]
public sealed class PresetTokenTests(OidcServer oidc) : IClassFixture<OidcServer>, IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [NodeFact]
    public async Task A_realm_by_preset_gets_a_token_with_a_signed_assertion()
    {
        using var key = ClientKey.Create("RS256");
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));
        await SetUpAssertionAsync(app, registered: key, own: key);
        var before = await oidc.TokenCallsAsync();

        var first = await app.Api.TokenAsync("preset", "app");
        var second = await app.Api.TokenAsync("preset", "app");
        var flushed = await app.Api.TokenAsync("preset", "app", "&flush=true");

        Assert.Equal(("upstream", "database", "upstream"), (first.Source, second.Source, flushed.Source));
        Assert.StartsWith("eyJ", first.Token, StringComparison.Ordinal);
        Assert.Equal(first.Token, second.Token);
        Assert.NotEqual(first.Token, flushed.Token);
        Assert.InRange(first.Json.GetProperty("expires_in").GetInt64(), 100_000, 120_000);
        Assert.Equal(2, await oidc.TokenCallsAsync() - before);
    }

    [NodeFact]
    public async Task A_key_that_the_provider_does_not_know_is_told_as_such()
    {
        using var key = ClientKey.Create("RS256");
        using var other = ClientKey.Create("RS256");
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));
        await SetUpAssertionAsync(app, registered: key, own: other);

        var refused = await app.Api.TokenAsync("preset", "app");

        Assert.Equal((HttpStatusCode.BadGateway, "upstream_bad_credentials"), (refused.Status, refused.Code));
        Assert.Contains("invalid_client", refused.Body, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task A_killed_app_goes_on_with_the_refresh_token_that_the_provider_gave_last()
    {
        var consented = await oidc.ConsentAsync(OidcClient.Refresh.Id);
        Evidence.Hide(consented);
        await using (var app = await AppProcess.StartAsync(new AppSettings(folder.Path)))
        {
            await SetUpAsync(app, "generic-oauth2-refresh-token", new(StringComparer.Ordinal)
            {
                ["token_url"] = oidc.TokenEndpoint.ToString(),
                ["client_id"] = OidcClient.Refresh.Id,
                ["client_secret"] = OidcClient.Refresh.Secret,
                ["refresh_token"] = consented,
            });
            Assert.Equal("upstream", (await app.Api.TokenAsync("preset", "app")).Source);
            Assert.Equal("upstream", (await app.Api.TokenAsync("preset", "app", "&flush=true")).Source);
            await app.KillAsync();
        }

        await using var next = await AppProcess.StartAsync(new AppSettings(folder.Path));

        Assert.Equal("upstream", (await next.Api.TokenAsync("preset", "app", "&flush=true")).Source);
    }

    private async Task SetUpAssertionAsync(AppProcess app, ClientKey registered, ClientKey own)
    {
        // A line of the key's own bytes, since line breaks are written in many ways.
        Evidence.Hide(own.Pkcs8.Split('\n')[5]);
        await SetUpAsync(app, "generic-oauth2-private-key-jwt", new(StringComparer.Ordinal)
        {
            ["token_url"] = oidc.TokenEndpoint.ToString(),
            ["client_id"] = await oidc.RegisterAsync(registered),
            ["private_key"] = own.Pkcs8,
            ["key_id"] = registered.Id,
        });
    }

    private static async Task SetUpAsync(AppProcess app, string preset, Dictionary<string, string> fields)
    {
        var realm = await app.Api.PostAsync(
            "/api/realm", $$"""{"id":"preset","preset":"{{preset}}","config":{"policy":{"force_min_interval_sec":0} } }""");
        Assert.True(realm.Status is HttpStatusCode.OK or HttpStatusCode.Created, realm.Body);
        var secret = await app.Api.PostAsync(
            "/api/secret", $$"""{"realm":"preset","key":"app","fields":{{JsonSerializer.Serialize(fields)}} }""");
        Assert.True(secret.Status is HttpStatusCode.OK or HttpStatusCode.Created, secret.Body);
    }
}
