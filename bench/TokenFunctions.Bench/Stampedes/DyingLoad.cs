using TokenFunctions.Bench.Load;
using TokenFunctions.Bench.Pairs;
using TokenFunctions.Bench.Servers;

namespace TokenFunctions.Bench.Stampedes;

/// <summary>300 connections that ask all the time for one token that lives for four seconds, of a provider that takes
/// 200 ms: it is handed out for the first two, and then all wait for the next one. What that leaves behind.</summary>
internal static class DyingLoad
{
    private const int TokenLength = 200;
    private const int Connections = 300;
    private const int FewestRenewals = 10;
    // Longer than a minute, after which the first sweep has run too, and has loaded what it is made of.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(4);
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
        using (var load = side.Open(Connections)) await load.RunAsync(side.Work, WarmUp);
        var holds = await run.HoldsAsync(side);
        return provider.Issues.Count >= FewestRenewals
            ? holds ? 0 : 1
            : throw new InvalidOperationException($"The provider was asked only {provider.Issues.Count} times.");
    }
}
