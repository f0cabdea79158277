using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Loads;

namespace TokenFunctions.Processes.Endurance;

/// <summary>Three processes with their sweeps keep tokens of short lives alive for callers who use each at once.</summary>
internal sealed class EnduranceRun(StrictProvider provider, AppCluster cluster, IReadOnlyList<ShortLife> lives) : IAsyncDisposable
{
    private const double Tolerance = 1.1;
    private const int Callers = 24;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private readonly ConcurrentQueue<TimeSpan> waits = new();
    private readonly Tally tally = new();

    /// <summary>Starts provider and processes, and registers the secrets of the tokens.</summary>
    /// <param name="settings">What the processes are started with.</param>
    /// <param name="tokens">How many tokens; most of them have the longer lives.</param>
    public static async Task<EnduranceRun> StartAsync(AppSettings settings, int tokens)
    {
        var strict = await StrictProvider.StartAsync();
        try
        {
            var load = settings.ForLoad().With(
                ("TokenFunctions__Times__SweepIntervalMs", "500"), ("TokenFunctions__Egress__PerRealm", "50"));
            var apps = await AppCluster.StartAsync(load, 3);
            var run = new EnduranceRun(strict, apps, Shared(tokens));
            await run.SetUpAsync();
            return run;
        }
        catch
        {
            await strict.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs for this long.</summary>
    public async Task<Figures> RunAsync(TimeSpan length)
    {
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => CallAsync(new Random(caller), begun, length)));
        var elapsed = Stopwatch.GetElapsedTime(begun);
        var calls = provider.Calls;
        var bound = Tolerance * lives.Sum(life => life.Calls(elapsed));
        var figures = Figures.Of(
            $"endurance, {lives.Sum(life => life.Tokens)} tokens", ("seconds", elapsed.TotalSeconds), ("uses", tally.Uses), ("calls", calls), ("bound", bound),
            ("errors", tally.Errors.Values.Sum()), ("stale", tally.Stale), ("unpublished", tally.Unpublished), ("expired", tally.Expired), ("races", tally.Races),
            ("p50_ms", Percentile.Of(waits, 0.5)), ("p99_ms", Percentile.Of(waits, 0.99)));
        Assert.True(tally.Errors.Count == 0, $"{string.Join(", ", tally.Errors)} in {figures}");
        Assert.True(tally is { Stale: 0, Unpublished: 0, Expired: 0 }, $"Dead tokens were handed out: {figures}");
        Assert.True(calls <= bound, $"Too many calls: {figures}");
        Assert.True(calls > lives.Sum(life => life.Tokens), $"Nothing was renewed: {figures}");
        return figures;
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        await provider.DisposeAsync();
    }

    // Of 25 tokens: 1, 4, 5, 7 and 8.
    private static List<ShortLife> Shared(int tokens)
    {
        var shorter = new List<ShortLife> { new(4, tokens / 25), new(5, tokens * 4 / 25), new(6, tokens / 5), new(7, tokens * 7 / 25) };
        return [.. shorter, new(8, tokens - shorter.Sum(life => life.Tokens))];
    }

    private async Task SetUpAsync()
    {
        foreach (var life in lives) await SetUpAsync(life);
    }

    private async Task SetUpAsync(ShortLife life)
    {
        var config = string.Create(CultureInfo.InvariantCulture, $$"""
            {"url":"{{provider.Address}}/token","method":"GET",
             "arguments":[{"name":"account","place":"url","value":"$key_1"},{"name":"life","place":"url","value":"{{life.Seconds}}"}],
             "token_path":"access_token","expires_in_path":"expires_in",
             "policy":{"issue":"replaces","overlap_sec":0,"refresh_before_sec":{{ShortLife.RefreshBefore}},"timeout_ms":10000,"concurrency":50} }
            """);
        foreach (var key in life.Keys) await cluster[0].Api.SetUpAsync(life.Realm, config, key, $"\"key_1\":\"{life.Realm}-{key}\"");
    }

    private async Task CallAsync(Random random, long begun, TimeSpan length)
    {
        var all = lives.SelectMany(life => life.Keys.Select(key => (life.Realm, Key: key))).ToList();
        while (Stopwatch.GetElapsedTime(begun) < length)
        {
            var (realm, key) = all[random.Next(all.Count)];
            var api = cluster.ApiOf(random.Next(cluster.Apps.Count));
            // A refused token is reported, as a client does; the next one is used as well.
            if (await UseAsync(api, realm, key, null, random) is { } refused) await UseAsync(api, realm, key, refused, random);
            await Task.Delay(Pause * random.NextDouble());
        }
    }

    // Gives the generation that the provider refused.
    private async Task<long?> UseAsync(ApiClient api, string realm, string key, long? invalid, Random random)
    {
        var asked = Stopwatch.GetTimestamp();
        var answer = await api.TokenAsync(realm, key, invalid is null ? "" : $"&invalid={invalid}", cache: random.Next(2) == 0);
        waits.Enqueue(Stopwatch.GetElapsedTime(asked));
        if (answer.TokenText is not { } token)
        {
            // Whoever reports one token twice in a moment may have to wait: that is a rule, not an error.
            if (answer.Code != "force_limited" || invalid is null) tally.Failed(answer.ToString());
            return null;
        }

        var account = $"{realm}-{key}";
        var (works, newest) = provider.Use(account, token);
        tally.Used(account, answer.Generation, asked, works, newest.Token == token, newest);
        return works ? null : answer.Generation;
    }
}
