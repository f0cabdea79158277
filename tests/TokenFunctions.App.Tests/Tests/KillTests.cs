using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>kill -9 at awkward moments.</summary>
[Collection("apps")]
public sealed class KillTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_killed_app_that_is_started_again_answers_from_the_database_without_asking_the_provider()
    {
        await using var provider = await GatedProvider.StartAsync();
        var settings = new AppSettings(folder.Path);
        string token;
        await using (var app = await StartAsync(settings, provider, "independent"))
        {
            token = (await app.Api.TokenAsync("gated", "first")).Token;
            await app.KillAsync();
        }

        await using var again = await AppProcess.StartAsync(settings);
        var answer = await again.Api.TokenAsync("gated", "first");

        Assert.Equal(("database", token, 1), (answer.Source, answer.Token, provider.Calls));
    }

    [Fact]
    public async Task After_a_kill_between_sending_and_the_answer_the_first_token_is_asked_for_again_when_the_lease_is_over()
    {
        await using var provider = await GatedProvider.StartAsync();
        var settings = new AppSettings(folder.Path);
        await using (var app = await StartAsync(settings, provider, "independent")) await KillWhileAskingAsync(app, provider, "");

        await using var again = await AppProcess.StartAsync(settings);
        provider.Release();
        var answer = await again.Api.TokenAsync("gated", "first");

        Assert.Equal(("upstream", 2), (answer.Source, provider.Calls));
    }

    [Fact]
    public async Task After_a_kill_between_sending_and_the_answer_a_replaceable_token_ends_with_the_overlap_and_is_renewed()
    {
        await using var provider = await GatedProvider.StartAsync();
        var settings = new AppSettings(folder.Path);
        ApiAnswer old;
        await using (var app = await StartAsync(settings, provider, "replaces"))
        {
            old = await app.Api.TokenAsync("gated", "first");
            await KillWhileAskingAsync(app, provider, "&flush=true");
        }

        await using var again = await AppProcess.StartAsync(settings);
        provider.Release();
        // As long as the lease lasts the old token is handed out; then nobody knows whether the provider has replaced it.
        await Eventually.HoldsAsync(async () => (await again.Api.TokenAsync("gated", "first")).Generation > old.Generation, "renewed");

        var renewed = await again.Api.TokenAsync("gated", "first");
        Assert.Equal((old.Generation + 1, 3), (renewed.Generation, provider.Calls));
        Assert.NotEqual(old.Token, renewed.Token);
    }

    private static async Task<AppProcess> StartAsync(AppSettings settings, GatedProvider provider, string issue)
    {
        var app = await AppProcess.StartAsync(settings);
        await app.Api.SetUpAsync("gated", RealmConfigs.Gated(provider.Address, issue), "first", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
        return app;
    }

    private static async Task KillWhileAskingAsync(AppProcess app, GatedProvider provider, string more)
    {
        var calls = provider.Calls;
        provider.Hold();
        var asking = app.Api.TokenAsync("gated", "first", more);
        await Eventually.HoldsAsync(() => provider.Calls > calls, "The provider is asked");
        await app.KillAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => asking);
    }
}
