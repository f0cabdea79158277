using System.Diagnostics;
using System.Globalization;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Loads;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Testing;

namespace TokenFunctions.Processes.Scenarios;

/// <summary>A provider that is not well, and many callers who want a token of it: it sees only the attempts that the
/// back-off lets through, the callers get the remembered failure, and when it is well again they get a token.</summary>
internal static class SickProvider
{
    private static readonly TimeSpan BackoffFirst = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan BackoffMost = TimeSpan.FromMilliseconds(1600);
    private static readonly TimeSpan CallTimeout = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LeastSend = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AskedPause = TimeSpan.FromSeconds(1);

    /// <summary>Runs it with two processes; every mood has an account of its own, and all are sick at once.</summary>
    /// <param name="settings">What they are started with.</param>
    /// <param name="moods">How the provider is.</param>
    /// <param name="sick">For how long.</param>
    /// <param name="perSecond">How many callers come in a second, for all moods together.</param>
    public static async Task<IReadOnlyList<Figures>> RunAsync(
        AppSettings settings, IReadOnlyList<Mood> moods, TimeSpan sick, int perSecond)
    {
        await using var provider = await MoodyProvider.StartAsync();
        await using var cluster = await AppCluster.StartAsync(settings.ForLoad().With(
            ("TokenFunctions__Times__BackoffFirstMs", Milliseconds(BackoffFirst)), ("TokenFunctions__Times__BackoffMaxMs", Milliseconds(BackoffMost)),
            ("TokenFunctions__Times__LeastSendMs", Milliseconds(LeastSend))), 2);
        foreach (var mood in moods) await SetUpAsync(cluster[0].Api, provider, mood);

        var begun = Stopwatch.GetTimestamp();
        var (window, calls) = (TimeSpan.Zero, new Dictionary<Mood, int>());
        var answers = await PacedLoad.WhileAsync(
            perSecond,
            call => cluster.ApiOf(call / moods.Count).TokenAsync(Realm(moods[call % moods.Count]), "first", cache: call % 5 != 0),
            async () =>
            {
                await Task.Delay(sick);
                calls = moods.ToDictionary(mood => mood, mood => provider.Calls(Realm(mood)));
                window = Stopwatch.GetElapsedTime(begun);
                foreach (var mood in moods) provider.Set(Realm(mood), Mood.Well);
                foreach (var mood in moods) await HealedAsync(cluster, mood);
            });

        return [.. moods.Select((mood, index) => Check(mood, window, calls[mood], answers.Where(a => a.Call % moods.Count == index)))];
    }

    private static Figures Check(Mood mood, TimeSpan window, int calls, IEnumerable<LoadAnswer> all)
    {
        var answers = all.ToList();
        var refused = answers.Where(a => !a.HasToken).ToList();
        var bound = Bound(mood, window);
        Assert.True(calls <= bound, $"{mood}: {calls} calls in {window.TotalSeconds:F1} s, the back-off allows {bound}");
        // Most callers share the few attempts, and each is told why there is no token and when to ask again.
        Assert.True(refused.Count > 4 * calls, $"{mood}: {refused.Count} refusals of {calls} calls");
        Assert.All(refused, a => Assert.True(a.Answer.Code is { Length: > 0 }, $"{mood}: {a.Answer.Status} {a.Answer.Body}"));
        return Figures.Of(
            $"provider {mood} for {window.TotalSeconds:F0} s", ("callers", answers.Count), ("calls", calls), ("bound", bound),
            ("refusal_p50_ms", Percentile.Of(refused.Select(a => a.Took), 0.5)), ("refusal_p99_ms", Percentile.Of(refused.Select(a => a.Took), 0.99)));
    }

    // A pause that the provider asks for is not added to the back-off: the longer of the two is kept. A call that hangs
    // is: its time-out counts from the taking of the lease, and with less than this left nothing is sent.
    private static int Bound(Mood mood, TimeSpan window) => mood == Mood.Throttling
        ? (int)(window / AskedPause) + 1
        : AttemptBound.Of(window, BackoffFirst, BackoffMost, mood == Mood.Hanging ? LeastSend : TimeSpan.Zero);

    private static async Task SetUpAsync(ApiClient api, MoodyProvider provider, Mood mood)
    {
        provider.Set(Realm(mood), mood);
        var config = RealmConfigs.Plain($"{provider.Address}/{Realm(mood)}", $"\"timeout_ms\":{Milliseconds(CallTimeout)}");
        await api.SetUpAsync(Realm(mood), config, "first", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
    }

    private static async Task HealedAsync(AppCluster cluster, Mood mood)
    {
        foreach (var app in cluster.Apps)
            await Eventually.HoldsAsync(async () => (await app.Api.TokenAsync(Realm(mood), "first")).TokenText is not null, $"{mood} is over");
    }

    private static string Realm(Mood mood) => $"sick-{mood.ToString().ToLowerInvariant()}";

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
}
