using System.Diagnostics;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Loads;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Processes.Scenarios;

/// <summary>The store is gone for a while under load: living tokens are handed out throughout, also one that is due, the
/// provider is not asked, and afterwards all works again without a restart.</summary>
internal static class StoreOutage
{
    // Every tenth call is for the token that is due.
    private const int DueShare = 10;
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs it with two processes.</summary>
    /// <param name="settings">What they are started with.</param>
    /// <param name="azurite">Their store, which nobody else uses.</param>
    /// <param name="outage">How long the store is gone.</param>
    /// <param name="perSecond">How many callers come in a second.</param>
    /// <param name="isFrozen">Whether the store takes connections and does not answer; else it has ended.</param>
    public static async Task<Figures> RunAsync(
        AppSettings settings, AzuriteServer azurite, TimeSpan outage, int perSecond, bool isFrozen)
    {
        await using var provider = await MoodyProvider.StartAsync();
        await using var cluster = await AppCluster.StartAsync(
            settings.ForLoad().With(("TokenFunctions__Storage", azurite.ConnectionString)), 2);
        var (fresh, due) = ($"fresh-{Guid.NewGuid():N}", $"due-{Guid.NewGuid():N}");
        await SetUpAsync(cluster, provider, fresh, """ "issue":"replaces","overlap_sec":300 """);
        // Due from a tenth of its life on, which is 4 s: before the outage is over.
        provider.Lives[due] = 40;
        await SetUpAsync(cluster, provider, due, """ "refresh_before_sec":39,"timeout_ms":1500 """);
        var (first, calls) = (await cluster[0].Api.TokenAsync(fresh, "first"), 0);
        var recovery = TimeSpan.Zero;
        var answers = await PacedLoad.WhileAsync(
            perSecond,
            call => Ask(cluster, call, call % DueShare == 0 ? due : fresh),
            async () =>
            {
                await Task.Delay(Settling);
                await StopAsync(azurite, isFrozen);
                try
                {
                    await Task.Delay(Settling);
                    calls = provider.Calls(due) + provider.Calls(fresh);
                    await Task.Delay(outage);
                    calls = provider.Calls(due) + provider.Calls(fresh) - calls;
                }
                finally
                {
                    await StartAsync(azurite, isFrozen);
                }

                recovery = await RecoveredAsync(cluster, fresh);
            });

        Assert.Equal(0, calls);
        Assert.All(answers, a => Assert.True(a.HasToken, $"Call {a.Call} after {a.Took}: {a.Answer.Status} {a.Answer.Code}"));
        Assert.All(answers.Where(a => IsOf(a, first)), a => Assert.Equal(first.Token, a.Answer.Token));
        return Figures.Of(
            $"store {(isFrozen ? "frozen" : "ended and started again")} for {outage.TotalSeconds} s", ("calls", calls), ("answers", answers.Count),
            ("p50_ms", Percentile.Of(answers.Select(a => a.Took), 0.5)), ("p99_ms", Percentile.Of(answers.Select(a => a.Took), 0.99)),
            ("recovery_s", recovery.TotalSeconds));
    }

    // The renewals after the outage bring others.
    private static bool IsOf(LoadAnswer answer, ApiAnswer first) =>
        answer.Call % DueShare != 0 && answer.Answer.Generation == first.Generation;

    private static Task<ApiAnswer> Ask(AppCluster cluster, int call, string realm) =>
        cluster.ApiOf(call).TokenAsync(realm, "first", cache: call % 3 != 0);

    // Everyone has seen both tokens before: what nobody has read cannot be served.
    private static async Task SetUpAsync(AppCluster cluster, MoodyProvider provider, string realm, string policy)
    {
        await cluster[0].Api.SetUpAsync(
            realm, RealmConfigs.Plain($"{provider.Address}/{realm}", policy), "first", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
        foreach (var app in cluster.Apps)
        {
            await app.Api.TokenAsync(realm, "first");
            await app.Api.TokenAsync(realm, "first", cache: true);
        }
    }

    // A flush needs the store and the provider both.
    private static async Task<TimeSpan> RecoveredAsync(AppCluster cluster, string realm)
    {
        var begun = Stopwatch.GetTimestamp();
        foreach (var app in cluster.Apps)
            await Eventually.HoldsAsync(
                async () => (await app.Api.TokenAsync(realm, "first", "&flush=true")).TokenText is not null, "Renewed after the outage");
        return Stopwatch.GetElapsedTime(begun);
    }

    private static Task StopAsync(AzuriteServer azurite, bool isFrozen) =>
        isFrozen ? azurite.FreezeAsync() : azurite.StopAsync();

    private static Task StartAsync(AzuriteServer azurite, bool isFrozen) =>
        isFrozen ? azurite.ContinueAsync() : azurite.StartAsync();
}
