using System.Diagnostics;
using System.Net;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Loads;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Testing;

namespace TokenFunctions.Processes.Scenarios;

/// <summary>A caller's key is changed while it asks two processes all the time: no call is refused, and the old key is
/// refused at once where it was removed and in time by the other process.</summary>
internal static class KeyRotation
{
    private const int PerSecond = 100;
    // What a process remembers of a caller is at most this old.
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(2);
    // For the answers themselves, on a machine that does other things too.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    /// <summary>Runs it on a database file.</summary>
    public static async Task RunAsync(AppSettings settings)
    {
        var adminKey = Evidence.Plant("admin");
        await using var provider = await GatedProvider.StartAsync();
        await using var cluster = await AppCluster.StartAsync(
            (settings with { AdminKey = adminKey }).With(("TokenFunctions__Access__CallerAgeMs", "2000")).ForLoad(), 2);
        var admin = cluster[0].Api;
        admin.AdminKey = adminKey;
        using var caller = new ApiClient(cluster[0].Address, keepsAnswers: false);
        using var elsewhere = new ApiClient(cluster[1].Address, keepsAnswers: false);
        await admin.SetUpAsync(
            "gated", RealmConfigs.Gated(provider.Address, "independent"), "first", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
        var made = await admin.PostAsync("/api/caller", """{"id":"shop","allow":[{"realm":"gated","key":"first","verbs":["read"]}]}""");
        var (current, old, oldId) = (made.ApiKey!, made.ApiKey!, made.Json.GetProperty("keys")[0].GetProperty("id").GetString());

        var answers = await PacedLoad.WhileAsync(PerSecond, number => AskAsync(number % 2 == 0 ? caller : elsewhere, current), async () =>
        {
            await Task.Delay(Age);
            var added = await admin.PostAsync("/api/caller/shop/key", "");
            Assert.Equal(HttpStatusCode.Created, added.Status);
            await Task.Delay(Age);
            current = added.ApiKey!;
            // So that no call with the old key is on its way any more.
            await Task.Delay(Slack);
            await RemoveAsync();
            await Task.Delay(Age);
        });

        Assert.Empty(answers.Where(a => a.Answer.Status != HttpStatusCode.OK).Select(a => a.ToString()));
        Assert.True(answers.Count > 200, $"{answers.Count} calls");

        async Task RemoveAsync()
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(elsewhere, old)).Status);
            Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync($"/api/caller/shop/key/{oldId}")).Status);
            var removed = Stopwatch.GetTimestamp();
            Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(caller, old)).Status);
            await Eventually.HoldsAsync(
                async () => (await AskAsync(elsewhere, old)).Status == HttpStatusCode.Unauthorized, "The other process refuses the old key");
            Assert.InRange(Stopwatch.GetElapsedTime(removed), TimeSpan.Zero, Age + Slack);
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(elsewhere, current)).Status);
        }
    }

    private static Task<ApiAnswer> AskAsync(ApiClient api, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/cache/token?realm=gated&key=first");
        request.Headers.Add("x-api-key", key);
        return api.SendAsync(request);
    }
}
