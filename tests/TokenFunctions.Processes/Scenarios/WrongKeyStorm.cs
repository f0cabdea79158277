using System.Net;
using TokenFunctions.Http.Callers;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Loads;
using TokenFunctions.Processes.Providers;

namespace TokenFunctions.Processes.Scenarios;

/// <summary>A thousand wrong keys a second, and callers with right ones from the same address, of whom every second was
/// never seen before: those are served all the while, the others are refused and soon told to wait, and neither
/// memory nor the audit grows with the storm.</summary>
internal static class WrongKeyStorm
{
    private const int WrongPerSecond = 1_000;
    private const int RightPerSecond = 50;
    private const int LookedAt = 20;
    private const double MostMemory = 150;
    private const int MostAuditRows = 100;

    /// <summary>Runs it on a database file, first without the storm and then with it.</summary>
    /// <param name="settings">What the process is started with.</param>
    /// <param name="time">How long each of the two is.</param>
    public static async Task<Figures> RunAsync(AppSettings settings, TimeSpan time)
    {
        await using var provider = await GatedProvider.StartAsync();
        await using var app = await AppProcess.StartAsync(settings.ForLoad());
        await app.Api.SetUpAsync(
            "storm", RealmConfigs.Plain($"{provider.Address}/token", "\"force_min_interval_sec\":0"), "first", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
        var keys = await CallerSeed.MakeAsync(settings, (int)(time.TotalSeconds * RightPerSecond * 1.5));
        var seen = 0;

        var calm = await RightAsync(time);
        var (before, storm) = (app.WorkingSet, (IReadOnlyCollection<LoadAnswer>)[]);
        var wrong = await PacedLoad.WhileAsync(WrongPerSecond, number => AskAsync(app, WrongKey(number, keys)), async () => storm = await RightAsync(time));
        var (growth, rows) = ((app.WorkingSet - before) / 1e6, await CallerSeed.CountAsync(settings, "audit"));

        Assert.All([.. calm, .. storm], answer => Assert.Equal(HttpStatusCode.OK, answer.Answer.Status));
        Assert.Equal(LookedAt, wrong.Count(answer => answer.Answer.Status == HttpStatusCode.Unauthorized));
        Assert.All(wrong.Where(answer => answer.Answer.Status != HttpStatusCode.Unauthorized), answer => Assert.Equal("too_many_wrong_keys", answer.Answer.Code));
        Assert.True(wrong.Count > LookedAt * 10, $"{wrong.Count} wrong keys");
        Assert.True(growth < MostMemory, $"{growth:F0} MB more memory");
        Assert.True(rows < MostAuditRows, $"{rows} rows of audit");
        return Figures.Of(
            $"wrong keys for {time.TotalSeconds:F0} s", ("wrong_per_s", wrong.Count / time.TotalSeconds), ("right", storm.Count),
            ("right_p50_ms", P(storm, 0.5)), ("right_p99_ms", P(storm, 0.99)), ("calm_p50_ms", P(calm, 0.5)), ("calm_p99_ms", P(calm, 0.99)),
            ("refused_p99_ms", P(wrong, 0.99)), ("memory_growth_mb", growth), ("audit_rows", rows));

        Task<IReadOnlyCollection<LoadAnswer>> RightAsync(TimeSpan span) => PacedLoad.WhileAsync(
            RightPerSecond, number => AskAsync(app, number % 2 == 0 ? keys[0] : keys[Interlocked.Increment(ref seen)]), () => Task.Delay(span));
    }

    private static double P(IEnumerable<LoadAnswer> answers, double share) => Percentile.Of(answers.Select(answer => answer.Took), share);

    // Of nobody, of somebody with another key, damaged, and no key at all.
    private static string WrongKey(int number, IReadOnlyList<string> keys) => (number % 4) switch
    {
        0 or 1 => ApiKey.Create(FormattableString.Invariant($"stranger-{number}")).Reveal(),
        2 => ApiKey.Create("caller-0").Reveal(),
        _ => number % 8 < 4 ? keys[0] + "x" : FormattableString.Invariant($"guess-{number}"),
    };

    private static Task<ApiAnswer> AskAsync(AppProcess app, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/cache/token?realm=storm&key=first");
        request.Headers.Add("x-api-key", key);
        return app.Api.SendAsync(request);
    }
}
