using TokenFunctions.Bench.Load;
using TokenFunctions.Bench.Pairs;
using TokenFunctions.Bench.Servers;

namespace TokenFunctions.Bench.HotPath;

/// <summary>The service with one token in its front's memory.</summary>
internal sealed class HotService : IAsyncDisposable
{
    // As long as a usual JWT.
    private const int TokenLength = 900;
    private readonly TokenProvider provider;

    private HotService(TokenProvider provider, Service service)
    {
        (this.provider, Service) = (provider, service);
        Side = new PairSide(service.Process, Workload.Of(service.AskFront("hot", "path")));
    }

    /// <summary>Path and query of the request.</summary>
    public static string Target => "/api/cache/token?realm=hot&key=path";

    /// <summary>The service.</summary>
    public Service Service { get; }

    /// <summary>The service and the request; warmed up.</summary>
    public PairSide Side { get; }

    /// <summary>Starts it and warms it up.</summary>
    /// <param name="name">What it is called in figures.</param>
    /// <param name="more">Further variables.</param>
    public static async Task<HotService> StartAsync(string name, params IEnumerable<(string Name, string Value)> more)
    {
        var hot = new HotService(
            await TokenProvider.StartAsync(TokenLength), await Service.StartAsync(name, "memory", more));
        await hot.Service.AddRealmAsync("hot", hot.provider.RealmOf(TimeSpan.FromHours(2)));
        await hot.Service.AddSecretAsync("hot", "path");
        await hot.Side.WarmUpAsync();
        return hot;
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await provider.DisposeAsync();
    }
}
