using TokenFunctions.Bench.Load;
using TokenFunctions.Bench.Servers;

namespace TokenFunctions.Bench.Pairs;

/// <summary>A server and what it is asked.</summary>
/// <param name="Server">The server.</param>
/// <param name="Work">What it is asked.</param>
internal sealed record PairSide(ServerProcess Server, Workload Work)
{
    private const int WarmUps = 5;
    private const int Requests = 40_000;
    private const int Connections = 64;

    // The runtime compiles again, in the background, what was called often, once nothing new was called for 100 ms.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Asks it until the runtime has made its last version of the code.</summary>
    public async Task WarmUpAsync()
    {
        using var load = Open(Connections);
        for (var pass = 0; pass < WarmUps; pass++)
        {
            await load.RunAsync(Work, Requests);
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    /// <summary>Opens connections to it.</summary>
    public LoadGenerator Open(int connections) => new(Server.Port, connections);
}
