using System.Net;
using System.Text.Json;
using TokenFunctions.Host.Demo;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>The app as the Functions host starts it: by its environment, with the sample settings.</summary>
[Collection("single apps")]
public sealed class FunctionsTests(AzuriteServer azurite) : IClassFixture<AzuriteServer>, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string admin = Evidence.Plant("admin");

    public void Dispose() => folder.Dispose();

    [NodeFact]
    [Against("Azurite")]
    public async Task The_sample_settings_work_once_they_have_a_key_and_the_timer_gets_a_JSON_object()
    {
        await using var app = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await app.Api.GetAsync("/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.Api.GetAsync("/api/realm")).Status);
        using var stranger = new ApiClient(app.Address);
        Assert.Equal("unauthorized", (await stranger.GetAsync("/api/realm")).Code);
        var tick = await app.Api.PostAsync("/PreRefresh", """{"Data":{"timer":{"IsPastDue":false}},"Metadata":{}}""");
        Assert.Equal((HttpStatusCode.OK, "application/json", JsonValueKind.Object), (tick.Status, tick.MediaType, tick.Json.ValueKind));
    }

    [NodeFact]
    [Against("Azurite")]
    public async Task The_timer_renews_a_due_token()
    {
        var secret = Evidence.Plant("secret");
        await using var provider = await SampleProvider.StartAsync(
            new SampleProviderOptions { AppSecret = secret, Life = TimeSpan.FromSeconds(8) }, TimeProvider.System);
        await using var app = await StartAsync();
        var realm = $"wx-{Guid.NewGuid():N}";
        await app.Api.SetUpAsync(
            realm, RealmConfigs.WeChat(provider.Address), "first", $$""" "key_1":"wx-demo","key_2":"{{secret}}","key_3":"client_credential" """);
        var first = await app.Api.TokenAsync(realm, "first");

        await Eventually.HoldsAsync(
            async () => (await app.Api.PostAsync("/PreRefresh", "{}")).Json.GetProperty("ReturnValue").GetProperty("renewed").GetInt32() > 0,
            "A tick finds the token due");

        Assert.Equal("database", (await app.Api.TokenAsync(realm, "first")).Source);
        Assert.True((await app.Api.TokenAsync(realm, "first")).Generation > first.Generation);
    }

    [NodeFact]
    [Against("Azurite")]
    public async Task A_tick_whose_store_is_down_still_gets_a_JSON_object_and_fails()
    {
        var nowhere = new Uri($"http://127.0.0.1:{FreePort.Next()}/{DevelopmentAccount.Name}");
        await using var app = await AppProcess.StartAsync(
            UnderFunctions().With(("AzureWebJobsStorage", DevelopmentAccount.ConnectionString(nowhere))));

        var tick = await app.Api.PostAsync("/PreRefresh", "{}");

        Assert.Equal((HttpStatusCode.InternalServerError, JsonValueKind.Object), (tick.Status, tick.Json.ValueKind));
    }

    [Fact]
    public async Task By_itself_the_app_has_no_door_for_the_timer()
    {
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));

        Assert.Equal(HttpStatusCode.NotFound, (await app.Api.PostAsync("/PreRefresh", "{}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Api.PostAsync("/api/PreRefresh", "{}")).Status);
    }

    [Fact]
    public async Task No_variable_makes_it_listen_elsewhere_than_the_Functions_host_said()
    {
        var (port, elsewhere) = (FreePort.Next(), FreePort.Next());
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path) { Port = port }.With(
            ("FUNCTIONS_CUSTOMHANDLER_PORT", $"{port}"), ("TokenFunctions__TrustFunctionKeys", "true"),
            ("TokenFunctions__Storage", "memory"), ("ASPNETCORE_PREFERHOSTINGURLS", "true"),
            ("ASPNETCORE_HTTP_PORTS", $"{elsewhere}"), ("ASPNETCORE_URLS", null)));
        using var other = new ApiClient(new Uri($"http://127.0.0.1:{elsewhere}"));

        Assert.False(await other.IsUpAsync());
    }

    private async Task<AppProcess> StartAsync()
    {
        var app = await AppProcess.StartAsync(UnderFunctions());
        app.Api.AdminKey = admin;
        return app;
    }

    // The sample file's own values, but the address of this test's Azurite and a key where its sentence wants one.
    private AppSettings UnderFunctions()
    {
        var port = FreePort.Next();
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppFolder.Repository, "local.settings.sample.json")));
        var values = sample.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(v => v.Name, v => v.Value.GetString());
        Assert.Equal("UseDevelopmentStorage=true", values["AzureWebJobsStorage"]);
        values["AzureWebJobsStorage"] = azurite.ConnectionString;
        Assert.True(values.ContainsKey("TokenFunctions__AdminKey"));
        values["TokenFunctions__AdminKey"] = admin;
        values["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}";
        // The host's own address is inherited and must not be listened on.
        values["ASPNETCORE_URLS"] = $"http://127.0.0.1:{FreePort.Next()}";
        return new AppSettings(folder.Path) { Port = port, Variables = values };
    }
}
