using System.Diagnostics;
using System.Globalization;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Endurance;
using TokenFunctions.Processes.Loads;

namespace TokenFunctions.App.Tests.Upgrades;

/// <summary>Tokens of a short life, whose new one ends the old one at once, with readers who use each token that they are
/// given.</summary>
internal sealed class ShortTokens(StrictProvider provider)
{
    private const int Readers = 4;
    private static readonly ShortLife Life = new(6, 8);
    private readonly long begun = Stopwatch.GetTimestamp();
    private readonly Tally tally = new();
    private readonly Dictionary<string, long> generations = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private int fallen;

    public static string Realm => Life.Realm;

    public static IEnumerable<string> Keys => Life.Keys;

    /// <summary>The realm's config.</summary>
    public string Config => string.Create(CultureInfo.InvariantCulture, $$"""
        {"url":"{{provider.Address}}/token","method":"GET",
         "arguments":[{"name":"account","place":"url","value":"$key_1"},{"name":"life","place":"url","value":"{{Life.Seconds}}"}],
         "token_path":"access_token","expires_in_path":"expires_in",
         "policy":{"issue":"replaces","overlap_sec":0,"refresh_before_sec":{{ShortLife.RefreshBefore}},"timeout_ms":10000,"concurrency":50} }
        """);

    public async Task SetUpAsync(ApiClient api)
    {
        foreach (var key in Keys) await api.SetUpAsync(Realm, Config, key, $"\"key_1\":\"{Realm}-{key}\"");
    }

    /// <summary>Reads from these apps in turn until <paramref name="work"/> has ended; fails on any answer without a token.</summary>
    public async Task ReadWhileAsync(IReadOnlyList<AppProcess> apps, Func<Task> work)
    {
        var keys = Keys.ToList();
        var answers = await SteadyReaders.WhileAsync(
            Readers, call => UseAsync(apps[call % apps.Count].Api, keys[call / apps.Count % keys.Count], cache: call % 3 == 0), work);
        Assert.Empty(answers.Where(a => !a.HasToken).GroupBy(a => a.ToString()).Select(g => $"{g.Count()} {g.Key}"));
    }

    /// <summary>Fails when a token was dead at its use, a generation fell, or the provider was asked more often than tokens
    /// came to their end.</summary>
    public void Check()
    {
        Assert.Equal((0, 0, 0, 0), (tally.Stale, tally.Unpublished, tally.Expired, fallen));
        var bound = 1.1 * Life.Calls(Stopwatch.GetElapsedTime(begun));
        Assert.InRange(provider.Calls, 2 * Life.Tokens, (int)bound);
    }

    private async Task<ApiAnswer> UseAsync(ApiClient api, string key, bool cache)
    {
        var asked = Stopwatch.GetTimestamp();
        long least;
        lock (gate) least = generations.GetValueOrDefault(key);
        var answer = await api.TokenAsync(Realm, key, cache: cache);
        // On a machine that is too slow for its store: whoever is told so asks again.
        if (answer.Code == "store_unavailable") answer = await api.TokenAsync(Realm, key, cache: cache);
        if (answer.TokenText is not { } token) return answer;
        var (works, newest) = provider.Use($"{Realm}-{key}", token);
        tally.Used($"{Realm}-{key}", answer.Generation, asked, works, newest.Token == token, newest);
        lock (gate)
        {
            // A cache may lag behind others; the core may not.
            if (!cache && answer.Generation < least) fallen++;
            generations[key] = Math.Max(generations.GetValueOrDefault(key), answer.Generation);
        }

        return answer;
    }
}
