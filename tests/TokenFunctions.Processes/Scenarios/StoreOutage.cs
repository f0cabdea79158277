using System.Diagnostics;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Loads;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Processes.Stores;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Processes.Scenarios;

/// <summary>The store is gone for a while under load: living tokens are handed out throughout, also one that is due, the
/// provider is not asked, and afterwards all works again without a restart.</summary>
internal sealed class StoreOutage : IAsyncDisposable
{
    // Every tenth call is for the token that is due, every third one asks the core, and so the store.
    private const int DueShare = 10;
    private const int CoreShare = 3;
    private const string Fresh = "fresh";
    private const string Due = "due";
    // After this long no call to the provider that began before the outage is under way any more.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(500);

    private readonly AzuriteServer azurite = new();
    private MoodyProvider? provider;
    private AppCluster? cluster;

    private StoreOutage()
    {
    }

    private AppCluster Cluster => cluster ?? throw new InvalidOperationException("Not started.");

    private MoodyProvider Provider => provider ?? throw new InvalidOperationException("Not started.");

    /// <summary>Starts two processes on an Azurite of their own.</summary>
    public static async Task<StoreOutage> StartAsync(AppSettings settings)
    {
        var outage = new StoreOutage();
        try
        {
            await outage.SetUpAsync(settings);
        }
        catch
        {
            await outage.DisposeAsync();
            throw;
        }

        return outage;
    }

    /// <summary>One outage.</summary>
    /// <param name="kind">How the store is gone.</param>
    /// <param name="length">For how long.</param>
    /// <param name="perSecond">How many callers come in a second.</param>
    public async Task<Figures> RunAsync(OutageKind kind, TimeSpan length, int perSecond)
    {
        var first = await Cluster[0].Api.TokenAsync(Fresh, "first");
        var (calls, recovery) = (0, TimeSpan.Zero);
        var answers = await PacedLoad.WhileAsync(perSecond, Ask, async () =>
        {
            await Task.Delay(Settling);
            calls = await CallsDuringAsync(kind, length);
            recovery = await RecoveredAsync();
        });

        var failures = answers.Where(a => !a.HasToken).GroupBy(a => $"{a.Answer.Status} {a.Answer.Code}").Select(g => $"{g.Count()} {g.Key}");
        Assert.Empty(failures);
        Assert.Equal(0, calls);
        Assert.DoesNotContain(answers, a => IsOf(a, first) && a.Answer.Token != first.Token);
        return Figures.Of(
            $"store {kind} for {length.TotalSeconds} s", ("provider_calls", calls), ("answers", answers.Count),
            ("p50_ms", Percentile.Of(answers.Select(a => a.Took), 0.5)), ("p99_ms", Percentile.Of(answers.Select(a => a.Took), 0.99)),
            ("core_p99_ms", Percentile.Of(answers.Where(a => !IsCached(a.Call)).Select(a => a.Took), 0.99)), ("recovery_s", recovery.TotalSeconds));
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
        if (provider is not null) await provider.DisposeAsync();
        await azurite.DisposeAsync();
    }

    private static bool IsCached(int call) => call % CoreShare != 0;

    // The renewals after the outage bring others.
    private static bool IsOf(LoadAnswer answer, ApiAnswer first) =>
        answer.Call % DueShare != 0 && answer.Answer.Generation == first.Generation;

    private Task<ApiAnswer> Ask(int call) =>
        Cluster.ApiOf(call).TokenAsync(call % DueShare == 0 ? Due : Fresh, "first", cache: IsCached(call));

    private async Task SetUpAsync(AppSettings settings)
    {
        await azurite.InitializeAsync();
        provider = await MoodyProvider.StartAsync();
        cluster = await AppCluster.StartAsync(settings.ForLoad().With(("TokenFunctions__Storage", azurite.ConnectionString)), 2);
        // Due from a tenth of its life on, which is 4 s: before the outage is over.
        provider.Lives[Due] = 40;
        await SaveAsync(Fresh, """ "issue":"replaces","overlap_sec":300,"force_min_interval_sec":0 """);
        await SaveAsync(Due, """ "refresh_before_sec":39,"timeout_ms":1500 """);
    }

    // Everyone has seen both tokens before the outage: what nobody has read cannot be served.
    private async Task SaveAsync(string realm, string policy)
    {
        await Cluster[0].Api.SetUpAsync(
            realm, RealmConfigs.Plain($"{Provider.Address}/{realm}", policy), "first", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
        foreach (var app in Cluster.Apps)
        {
            await app.Api.TokenAsync(realm, "first");
            await app.Api.TokenAsync(realm, "first", cache: true);
        }
    }

    private async Task<int> CallsDuringAsync(OutageKind kind, TimeSpan length)
    {
        await (kind == OutageKind.Frozen ? azurite.FreezeAsync() : azurite.StopAsync());
        try
        {
            await Task.Delay(Settling);
            var before = Provider.Calls(Due) + Provider.Calls(Fresh);
            await Task.Delay(length);
            return Provider.Calls(Due) + Provider.Calls(Fresh) - before;
        }
        finally
        {
            await (kind == OutageKind.Frozen ? azurite.ContinueAsync() : azurite.StartAsync());
        }
    }

    // A flush needs the store and the provider both.
    private async Task<TimeSpan> RecoveredAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        foreach (var app in Cluster.Apps)
            await Eventually.HoldsAsync(
                async () => (await app.Api.TokenAsync(Fresh, "first", "&flush=true")).TokenText is not null, "Renewed after the outage");
        return Stopwatch.GetElapsedTime(begun);
    }
}
