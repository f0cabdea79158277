using System.Net;
using TokenFunctions.App.Tests.Events;
using TokenFunctions.App.Tests.Providers;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;
using TokenFunctions.Testing.Vault;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>The app as in Azure: rows in Table Storage (Azurite), secrets and the sealing key in a Key Vault (a double over
/// HTTPS, asked by the real client), the identity from App Service's endpoint.</summary>
[Collection("single apps")]
[Against("Azurite")]
[Against("OidcProvider")]
public sealed class AzureTests(AzuriteServer azurite, OidcServer oidc) : IClassFixture<AzuriteServer>, IClassFixture<OidcServer>, IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly string realm = $"oidc-{Guid.NewGuid():N}";
    private FakeVault vault = null!;
    private IdentityEndpoint identity = null!;

    public async Task InitializeAsync()
    {
        vault = await FakeVault.StartAsync();
        identity = await IdentityEndpoint.StartAsync(FakeVault.Token);
    }

    public async Task DisposeAsync()
    {
        await identity.DisposeAsync();
        await vault.DisposeAsync();
        folder.Dispose();
    }

    [NodeFact]
    [Against("VaultDouble")]
    public async Task A_client_gets_a_token_and_another_instance_reads_it_from_the_store()
    {
        await using var app = await AppProcess.StartAsync(await SettingsAsync());
        await app.Api.SetUpAsync(realm, RealmConfigs.OidcBasic(oidc.TokenEndpoint), "app", Secret(OidcServer.ClientSecret));
        var before = await oidc.TokenCallsAsync();

        var first = await app.Api.TokenAsync(realm, "app");
        await using var other = await AppProcess.StartAsync(await SettingsAsync());
        var second = await other.Api.TokenAsync(realm, "app");

        Assert.Equal(("upstream", "database", first.Token), (first.Source, second.Source, second.Token));
        Assert.Equal(1, await oidc.TokenCallsAsync() - before);
        Assert.Contains("https://vault.azure.net", identity.Resources);
        Assert.Contains(vault.Log, line => line.StartsWith("PUT /secrets/tf-", StringComparison.Ordinal));
        Assert.Contains(vault.Log, line => line.StartsWith("PUT /secrets/tokenfunctions-sealing-key", StringComparison.Ordinal));
    }

    [NodeFact]
    [Against("VaultDouble")]
    public async Task A_wrong_secret_is_refused_and_removing_it_removes_it_from_the_vault()
    {
        await using var app = await AppProcess.StartAsync(await SettingsAsync());
        await app.Api.SetUpAsync(realm, RealmConfigs.OidcBasic(oidc.TokenEndpoint), "app", Secret(Evidence.Plant("secret")));

        Assert.Equal("upstream_bad_credentials", (await app.Api.TokenAsync(realm, "app")).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await app.Api.DeleteAsync($"/api/secret/{realm}/app")).Status);

        Assert.Contains(vault.Log, line => line.StartsWith("DELETE /secrets/tf-", StringComparison.Ordinal));
        Assert.Equal("unknown_secret", (await app.Api.TokenAsync(realm, "app")).Code);
    }

    [NodeFact]
    [Against("VaultDouble")]
    public async Task With_the_vault_down_a_living_token_is_still_handed_out_and_saving_a_secret_says_what_is_wrong()
    {
        await using var app = await AppProcess.StartAsync(await SettingsAsync());
        await app.Api.SetUpAsync(realm, RealmConfigs.OidcBasic(oidc.TokenEndpoint), "app", Secret(OidcServer.ClientSecret));
        var token = (await app.Api.TokenAsync(realm, "app")).Token;

        vault.Down = new VaultFault(503, "ServiceUnavailable");

        Assert.Equal(token, (await app.Api.TokenAsync(realm, "app")).Token);
        var refused = await app.Api.PostAsync("/api/secret", $$"""{"realm":"{{realm}}","key":"other",{{Secret("x")}}}""");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "vault_unavailable"), (refused.Status, refused.Code));
        Assert.Equal("unknown_secret", (await app.Api.TokenAsync(realm, "other")).Code);

        vault.Down = null;
        Assert.Null((await app.Api.PostAsync("/api/secret", $$"""{"realm":"{{realm}}","key":"other",{{Secret("x")}}}""")).Code);
        Assert.Equal(vault.Uri.Host, (await EventLine.OneAsync(app, "vault_unavailable")).Text("vault"));
        Assert.Equal(vault.Uri.Host, (await EventLine.OneAsync(app, "vault_restored")).Text("vault"));
    }

    private static string Secret(string secret) => $$""" "key_1":"broker","key_2":"{{secret}}" """;

    // OpenSSL's own variable makes the double's certificate the only one that the app trusts.
    private async Task<AppSettings> SettingsAsync()
    {
        var pem = folder.File("vault.pem");
        await File.WriteAllTextAsync(pem, vault.CertificatePem);
        return new AppSettings(folder.Path).With(
            [.. identity.Variables, ("SSL_CERT_FILE", pem), ("TokenFunctions__VaultUri", vault.Uri.ToString()), ("TokenFunctions__Log", "json"), ("TokenFunctions__Storage", azurite.ConnectionString)]);
    }
}
