using TokenFunctions.Bench.Load;
using TokenFunctions.Bench.Pairs;
using TokenFunctions.Bench.Servers;

namespace TokenFunctions.Bench.Stampedes;

/// <summary>300 connections that ask all the time for one token that lives for two seconds, of a provider that takes
/// 200 ms: what renewals and those who wait for them leave behind.</summary>
internal static class DyingLoad
{
    private const int TokenLength = 200;
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(200);

    /// <summary>Looks whether anything grows.</summary>
    /// <param name="publishes">Whether the service is published before.</param>
    /// <param name="run">The long run.</param>
    /// <returns>1 when something has grown, else 0.</returns>
    public static async Task<int> RunAsync(bool publishes, LeakRun run)
    {
        if (publishes) await ServerFolders.PublishAsync();
        await using var provider = await TokenProvider.StartAsync(TokenLength, Wait);
        await using var service = await Service.StartAsync("service", "memory");
        await service.AddRealmAsync("dying", provider.RealmOf(Life));
        await service.AddSecretAsync("dying", "path");
        var side = new PairSide(service.Process, Workload.Of(service.AskFront("dying", "path")));
        await side.WarmUpAsync();
        return await run.HoldsAsync(side) ? 0 : 1;
    }
}
