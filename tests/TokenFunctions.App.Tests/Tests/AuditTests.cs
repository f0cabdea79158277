using System.Text.Json;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>The audit of a real process.</summary>
[Collection("single apps")]
public sealed class AuditTests(AzuriteServer azurite) : IClassFixture<AzuriteServer>, IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task After_a_kill_in_the_middle_of_a_change_its_entry_says_begun()
    {
        await using var provider = await GatedProvider.StartAsync();
        var settings = new AppSettings(folder.Path);
        await using (var app = await AppProcess.StartAsync(settings))
        {
            await app.Api.SetUpAsync("gated", RealmConfigs.Gated(provider.Address, "independent"), "first", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
            provider.Hold();
            var testing = app.Api.PostAsync("/api/realm/gated/test", """{"key":"first"}""");
            await Eventually.HoldsAsync(() => provider.Calls > 0, "The provider is asked");
            await app.KillAsync();
            await Assert.ThrowsAsync<HttpRequestException>(() => testing);
        }

        await using var again = await AppProcess.StartAsync(settings);

        Assert.Equal(["realm.test gated first begun", "secret.save gated first done", "realm.save gated  done"], await EntriesAsync(again));
    }

    [Fact]
    public async Task A_flush_whose_sender_has_left_is_written_down_when_it_has_ended()
    {
        await using var provider = await GatedProvider.StartAsync();
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));
        await app.Api.SetUpAsync("gated", RealmConfigs.Gated(provider.Address, "independent"), "first", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
        await app.Api.TokenAsync("gated", "first");
        provider.Hold();
        using (var leaving = new HttpClient { BaseAddress = app.Address })
        {
            var asking = leaving.GetAsync(new Uri("/api/token?realm=gated&key=first&flush=true", UriKind.Relative));
            await Eventually.HoldsAsync(() => provider.Calls > 1, "The provider is asked");
            leaving.CancelPendingRequests();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        }

        Assert.DoesNotContain("token.flush gated first done", await EntriesAsync(app));
        provider.Release();

        await Eventually.HoldsAsync(async () => (await EntriesAsync(app))[0] == "token.flush gated first done", "The flush is in the audit");
    }

    [NodeFact]
    [Against("Azurite")]
    public async Task In_table_storage_the_newest_entry_comes_first_and_page_follows_page()
    {
        await using var provider = await GatedProvider.StartAsync();
        var settings = new AppSettings(folder.Path).With(("TokenFunctions__Storage", azurite.ConnectionString));
        await using var app = await AppProcess.StartAsync(settings);
        await app.Api.SetUpAsync("paged", RealmConfigs.Gated(provider.Address, "independent"), "first", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
        await app.Api.DeleteAsync("/api/realm/paged?force=true");
        var (all, after) = (new List<string>(), "");
        do
        {
            var page = (await app.Api.GetAsync($"/api/audit?realm=paged&pageSize=1{after}")).Json.GetProperty("data");
            all.AddRange(Entries(page));
            after = page.GetProperty("next").GetString() is { } mark ? $"&after={mark}" : null;
        }
        while (after is not null);

        Assert.Equal(["realm.remove paged  done", "secret.save paged first done", "realm.save paged  done"], all);
    }

    private static async Task<IReadOnlyList<string>> EntriesAsync(AppProcess app) =>
        Entries((await app.Api.GetAsync("/api/audit")).Json.GetProperty("data"));

    private static IReadOnlyList<string> Entries(JsonElement page) =>
    [
        .. page.GetProperty("list").EnumerateArray()
            .Select(e => $"{e.GetProperty("action")} {e.GetProperty("realm")} {e.GetProperty("key")} {e.GetProperty("result")}"),
    ];
}
