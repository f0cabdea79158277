using System.Diagnostics;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Loads;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Processes.Stores;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Processes.Scenarios;

/// <summary>The sealing key is replaced under load, by the steps of docs/sealing.md: known everywhere, active everywhere,
/// everything sealed again, the old one taken away. Nobody is refused meanwhile, and nothing lies under the old key
/// after it.</summary>
internal static class SealingRotation
{
    // Every seventh call forces a renewal, so that values are written while they are sealed again. It is odd, so that each
    // process writes what the others read.
    private const int FlushShare = 7;
    private const int Processes = 2;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    /// <summary>Runs it with two processes.</summary>
    /// <param name="settings">What they are started with.</param>
    /// <param name="azurite">Their store; nobody else's.</param>
    /// <param name="tokens">How many tokens there are.</param>
    /// <param name="readers">How many readers there are.</param>
    public static async Task<Figures> RunAsync(AppSettings settings, AzuriteServer azurite, int tokens, int readers)
    {
        var (old, next) = (NewKey(), NewKey());
        settings = settings.ForLoad().With(("TokenFunctions__Storage", azurite.ConnectionString));
        await using var provider = await GatedProvider.StartAsync();
        await using var fleet = await RollingFleet.StartAsync(With(settings, old), Processes);
        await SetUpAsync(fleet.Api, provider, tokens);
        // Twice around: what a new process writes in the first round, an old one reads in the second.
        var beside = 2 * Processes * tokens;
        var took = TimeSpan.Zero;
        var answers = await SteadyReaders.WhileAsync(readers, Ask, async () =>
        {
            await fleet.ReplaceAsync(With(settings, old, next), beside);
            await fleet.ReplaceAsync(With(settings, next, old), beside);
            took = await ResealAsync(fleet.Api, IdOf(old));
            await fleet.ReplaceAsync(With(settings, next), beside);
            await Task.Delay(Settling);
        });

        Assert.Empty(answers.Where(a => !a.HasToken).GroupBy(a => $"{a.Answer.Status} {a.Answer.Code}").Select(g => $"{g.Count()} {g.Key}"));
        var keys = await SealedRows.KeysAsync(azurite.ConnectionString);
        Assert.Equal([IdOf(next)], keys.Keys);
        Assert.InRange(keys[IdOf(next)], 2 * tokens, int.MaxValue);
        return Figures.Of($"key rotation with {tokens} tokens", ("calls", answers.Count), ("failed", 0), ("reseal_s", took.TotalSeconds));

        Task<ApiAnswer> Ask(int call) => fleet.CallAsync(call, api => api.TokenAsync(
            "sealed", $"k{call / Processes % tokens}", call % FlushShare == 0 ? "&flush=true" : "", cache: call % 3 == 0));
    }

    private static async Task SetUpAsync(ApiClient api, GatedProvider provider, int tokens)
    {
        for (var n = 0; n < tokens; n++)
        {
            var secret = $"\"key_1\":\"{Evidence.Plant("secret")}\"";
            if (n == 0) await api.SetUpAsync("sealed", RealmConfigs.Gated(provider.Address, "independent", timeoutMs: 10_000), "k0", secret);
            else Assert.Null((await api.PostAsync("/api/secret", $$"""{"realm":"sealed","key":"k{{n}}",{{secret}}}""")).Code);
            Assert.NotNull((await api.TokenAsync("sealed", $"k{n}")).TokenText);
        }
    }

    // Until a pass has ended and has seen nothing under the old key.
    private static async Task<TimeSpan> ResealAsync(ApiClient api, string old)
    {
        var begun = Stopwatch.GetTimestamp();
        var answer = await api.PostAsync("/api/sealing/reseal", "{}");
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.Status);
        await Eventually.HoldsAsync(async () => IsDone(await api.GetAsync("/api/sealing"), old), "All is sealed with the new key");
        return Stopwatch.GetElapsedTime(begun);
    }

    private static bool IsDone(ApiAnswer answer, string old) =>
        string.Equals(answer.Json.GetProperty("pass").GetProperty("state").GetString(), "done", StringComparison.Ordinal)
        && answer.Json.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("id").GetString() == old)
            .GetProperty("seen").GetInt32() == 0;

    private static AppSettings With(AppSettings settings, string active, string? older = null) =>
        settings.With(("TokenFunctions__SealingKey", active), ("TokenFunctions__OlderSealingKeys", older));

    private static string NewKey()
    {
        var key = Convert.ToBase64String(SealingKey.NewBytes());
        Evidence.Hide(key);
        return key;
    }

    private static string IdOf(string text) => SealingKey.TryParse(text, out var key) ? key.Id : "";
}
