using System.Diagnostics;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Loads;
using TokenFunctions.Processes.Providers;

namespace TokenFunctions.Processes.Scenarios;

/// <summary>Many callers of several processes for a token that has died: one call to the provider, one generation.</summary>
internal static class Crowd
{
    // Every 16th one asks the core, and so the store; the others the cache in front of it.
    private const int CoreShare = 16;
    private static readonly TimeSpan UntilDead = TimeSpan.FromMilliseconds(1200);

    /// <summary>Runs it.</summary>
    /// <param name="settings">What the processes are started with; their store is the one they share.</param>
    /// <param name="processes">How many there are.</param>
    /// <param name="callers">How many callers there are in all.</param>
    public static async Task<Figures> RunAsync(AppSettings settings, int processes, int callers)
    {
        // Of this run alone: the store may have been used by others, with another sealing key.
        var realm = $"crowd-{Guid.NewGuid():N}";
        await using var provider = await GatedProvider.StartAsync();
        await using var cluster = await AppCluster.StartAsync(settings.With(("TokenFunctions__Times__CallerDeadlineMs", "50000")), processes);
        // With less than 2 s left it is dead.
        provider.LifeSeconds = 3;
        await cluster[0].Api.SetUpAsync(realm, Realm(provider), "first", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
        var dead = await cluster[0].Api.TokenAsync(realm, "first");
        await Task.Delay(UntilDead);
        provider.LifeSeconds = 7200;

        var begun = Stopwatch.GetTimestamp();
        var took = new TimeSpan[callers];
        var answers = await Task.WhenAll(Enumerable.Range(0, callers).Select(async call =>
        {
            var answer = await cluster.ApiOf(call).TokenAsync(realm, "first", cache: call / processes % CoreShare != 0);
            took[call] = Stopwatch.GetElapsedTime(begun);
            return answer;
        }));

        Assert.Empty(answers.Where(a => a.TokenText is null).GroupBy(a => a.ToString()).Select(g => $"{g.Count()} {g.Key}"));
        Assert.Equal([(dead.Generation + 1, answers[0].Token)], answers.Select(a => (a.Generation, a.Token)).Distinct());
        Assert.NotEqual(dead.Token, answers[0].Token);
        Assert.Equal(2, provider.Calls);
        return Figures.Of(
            $"crowd of {callers} at {processes} processes", ("calls", provider.Calls - 1), ("p50_ms", Percentile.Of(took, 0.5)), ("p99_ms", Percentile.Of(took, 0.99)));
    }

    private static string Realm(GatedProvider provider) => RealmConfigs.Gated(provider.Address, "independent", timeoutMs: 10_000);
}
