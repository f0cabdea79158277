using TokenFunctions.Bench.Pairs;
using TokenFunctions.Bench.Servers;

namespace TokenFunctions.Bench.HotPath;

/// <summary>The service with one token, and a bare server that gives the same answer.</summary>
internal sealed class HotPathSides : IAsyncDisposable
{
    private readonly HotService hot;
    private readonly Bare bare;

    private HotPathSides(HotService hot, Bare bare)
    {
        (this.hot, this.bare) = (hot, bare);
        Bare = new PairSide(bare.Process, hot.Side.Work);
    }

    /// <summary>The service; warmed up.</summary>
    public PairSide Service => hot.Side;

    /// <summary>The bare server; warmed up.</summary>
    public PairSide Bare { get; }

    /// <summary>Starts both and warms them up.</summary>
    public static async Task<HotPathSides> StartAsync()
    {
        var service = await HotService.StartAsync("service");
        var sides = new HotPathSides(service, await Servers.Bare.StartAsync(service.Service, HotService.Target));
        await sides.Bare.WarmUpAsync();
        return sides;
    }

    public async ValueTask DisposeAsync()
    {
        await bare.DisposeAsync();
        await hot.DisposeAsync();
    }
}
