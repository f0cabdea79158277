using System.Net;
using TokenFunctions.Host.Demo;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>The WeChat-like provider, on the embedded database.</summary>
[Collection("single apps")]
public sealed class SampleProviderTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string secret = Evidence.Plant("secret");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_renewal_replaces_the_token_and_the_old_one_lives_on_for_the_overlap()
    {
        await using var provider = await SampleProvider.StartAsync(new SampleProviderOptions { AppSecret = secret }, TimeProvider.System);
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));
        await app.Api.SetUpAsync("wx", RealmConfigs.WeChat(provider.Address), "first", Secret(secret));

        var old = await app.Api.TokenAsync("wx", "first");
        var renewed = await app.Api.TokenAsync("wx", "first", "&flush=true");

        Assert.Equal((old.Generation + 1, 2), (renewed.Generation, provider.Calls));
        Assert.NotEqual(old.Token, renewed.Token);
        Assert.True(provider.IsAlive(old.Token) && provider.IsAlive(renewed.Token));
        Assert.InRange(renewed.Json.GetProperty("expires_in").GetInt64(), 7_100_000, 7_200_000);
    }

    [Fact]
    public async Task An_error_under_HTTP_200_is_told_with_its_code()
    {
        await using var provider = await SampleProvider.StartAsync(new SampleProviderOptions { AppSecret = secret }, TimeProvider.System);
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));
        await app.Api.SetUpAsync("wx", RealmConfigs.WeChat(provider.Address), "first", Secret(Evidence.Plant("secret")));

        var refused = await app.Api.TokenAsync("wx", "first");

        Assert.Equal(HttpStatusCode.BadGateway, refused.Status);
        Assert.Contains("40125", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reported_token_is_renewed_once_for_all_who_report_it()
    {
        await using var provider = await SampleProvider.StartAsync(new SampleProviderOptions { AppSecret = secret }, TimeProvider.System);
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));
        await app.Api.SetUpAsync("wx", RealmConfigs.WeChat(provider.Address), "first", Secret(secret));
        var bad = (await app.Api.TokenAsync("wx", "first", cache: true)).Generation;

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.Api.TokenAsync("wx", "first", $"&invalid={bad}", cache: true)));

        Assert.All(answers, a => Assert.Equal(bad + 1, a.Generation));
        Assert.Equal(2, provider.Calls);
    }

    [Fact]
    public async Task By_itself_the_app_renews_a_due_token_that_nobody_asks_for()
    {
        await using var provider = await SampleProvider.StartAsync(
            new SampleProviderOptions { AppSecret = secret, Life = TimeSpan.FromSeconds(8) }, TimeProvider.System);
        await using var app = await AppProcess.StartAsync(
            new AppSettings(folder.Path).With(("TokenFunctions__Times__SweepIntervalMs", "300")));
        await app.Api.SetUpAsync("wx", RealmConfigs.WeChat(provider.Address), "first", Secret(secret));
        var first = await app.Api.TokenAsync("wx", "first");

        await Eventually.HoldsAsync(() => provider.Calls > 1, "The sweep renews");

        await Eventually.HoldsAsync(
            async () => await app.Api.TokenAsync("wx", "first") is { Source: "database" } now && now.Generation > first.Generation, "The new token is stored");
    }

    private static string Secret(string secret) => $$""" "key_1":"wx-demo","key_2":"{{secret}}","key_3":"client_credential" """;
}
