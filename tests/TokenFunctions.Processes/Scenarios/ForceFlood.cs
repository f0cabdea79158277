using System.Collections.Concurrent;
using System.Diagnostics;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Providers;

namespace TokenFunctions.Processes.Scenarios;

/// <summary>Callers that force renewals as fast as they can: the provider is asked as often as the realm allows.</summary>
internal static class ForceFlood
{
    private const int Interval = 1;
    private const int Callers = 20;

    /// <summary>Everybody demands a newer token than the present one, over and over: a call an interval.</summary>
    public static Task<Figures> FlushAsync(AppSettings settings, TimeSpan time) => RunAsync(
        "flush", settings, time, _ => "&flush=true", elapsed => 1 + (int)(elapsed.TotalSeconds / Interval));

    /// <summary>Everybody reports each token as refused as soon as it is there. An API that refuses every token is a
    /// permission error, so the interval doubles: the calls come at 0, 1, 3, 7… intervals.</summary>
    public static Task<Figures> InvalidAsync(AppSettings settings, TimeSpan time) => RunAsync(
        "invalid", settings, time, generation => $"&invalid={generation}", elapsed => 1 + (int)Math.Log2((elapsed.TotalSeconds / Interval) + 1));

    private static async Task<Figures> RunAsync(
        string realm, AppSettings settings, TimeSpan time, Func<long, string> demand, Func<TimeSpan, int> bound)
    {
        await using var provider = await GatedProvider.StartAsync();
        await using var cluster = await AppCluster.StartAsync(settings.ForLoad(), 2);
        await cluster[0].Api.SetUpAsync(
            realm, RealmConfigs.Plain($"{provider.Address}/token", $"\"force_min_interval_sec\":{Interval}"), "first", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
        var first = await cluster[0].Api.TokenAsync(realm, "first");

        var begun = Stopwatch.GetTimestamp();
        var answers = new ConcurrentQueue<ApiAnswer>();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            var current = first.Generation;
            while (Stopwatch.GetElapsedTime(begun) < time)
            {
                var api = cluster.ApiOf(caller);
                var answer = await api.TokenAsync(realm, "first", demand(current), cache: caller % 4 < 2);
                answers.Enqueue(answer);
                if (answer.TokenText is not null) current = answer.Generation;
            }
        }));

        var (elapsed, calls) = (Stopwatch.GetElapsedTime(begun), provider.Calls - 1);
        var last = await cluster[0].Api.TokenAsync(realm, "first");
        Assert.Equal(first.Generation + calls, last.Generation);
        Assert.Equal(calls, await AuditedAsync(cluster[0].Api, realm));
        Assert.InRange(calls, 1, bound(elapsed));
        Assert.Contains(answers, a => a.Code == "force_limited");
        Assert.All(answers, a => Assert.True(a.TokenText is not null || a.Code is "force_limited", $"{a.Status} {a.Body}"));
        return Figures.Of(
            $"flood of {realm}", ("seconds", elapsed.TotalSeconds), ("requests", answers.Count), ("calls", calls), ("bound", bound(elapsed)));
    }

    // Of all requests only those that brought a call about are in the audit.
    private static async Task<int> AuditedAsync(ApiClient api, string realm)
    {
        var page = await api.GetAsync($"/api/audit?pageSize=500&action=token.{realm}");
        return page.Json.GetProperty("data").GetProperty("list").GetArrayLength();
    }
}
