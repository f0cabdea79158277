using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Testing;

namespace TokenFunctions.Processes.Scenarios;

/// <summary>kill -9 takes the holder of the lease during its call: one of the others takes over when the lease is over,
/// and everybody else waits for that one.</summary>
internal static class KilledHolder
{
    private const int CallersEach = 5;

    /// <summary>Runs it with three processes.</summary>
    public static async Task<Figures> RunAsync(AppSettings settings)
    {
        // Of this run alone: the store may have been used by others, with another sealing key.
        var realm = $"killed-{Guid.NewGuid():N}";
        await using var provider = await GatedProvider.StartAsync();
        await using var cluster = await AppCluster.StartAsync(settings, 3);
        await cluster[0].Api.SetUpAsync(realm, RealmConfigs.Gated(provider.Address, "independent"), "first", $"\"key_1\":\"{Evidence.Plant("secret")}\"");

        provider.Hold();
        var lost = cluster[0].Api.TokenAsync(realm, "first");
        await Eventually.HoldsAsync(() => provider.Calls == 1, "The holder asks the provider");
        var waiting = Enumerable.Range(0, 2 * CallersEach)
            .Select(call => cluster[1 + (call % 2)].Api.TokenAsync(realm, "first", cache: call < CallersEach)).ToList();
        await cluster[0].KillAsync();
        provider.HoldNoMore();
        var answers = await Task.WhenAll(waiting);

        await Assert.ThrowsAsync<HttpRequestException>(() => lost);
        Assert.All(answers, a => Assert.Equal((answers[0].Token, answers[0].Generation), (a.Token, a.Generation)));
        Assert.StartsWith("gated-token-2-", answers[0].Token, StringComparison.Ordinal);
        Assert.Equal(2, provider.Calls);
        return Figures.Of("holder killed, 3 processes", ("calls", provider.Calls), ("generations", 1));
    }
}
