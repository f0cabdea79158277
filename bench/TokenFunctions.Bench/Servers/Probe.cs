using System.Net.Sockets;
using System.Text;
using TokenFunctions.Testing;

namespace TokenFunctions.Bench.Servers;

/// <summary>Asks the probe in a process what the process costs so far. While nobody asks, it costs nothing.</summary>
internal sealed class Probe : IDisposable
{
    private static readonly string Hook = Path.Combine(AppContext.BaseDirectory, "TokenFunctions.Bench.Probe.dll");

    private readonly TempFolder folder = new();

    /// <summary>What brings the probe into a process.</summary>
    public IEnumerable<(string Name, string Value)> Variables =>
        [("DOTNET_STARTUP_HOOKS", Hook), ("BENCH_PROBE", Address)];

    private string Address => folder.File("probe");

    /// <summary>What the process costs so far.</summary>
    public Task<ProbeFigures> ReadAsync() => AskAsync("r");

    /// <summary>As <see cref="ReadAsync"/>, after what nobody holds any more was collected.</summary>
    public Task<ProbeFigures> CollectAsync() => AskAsync("c");

    public void Dispose() => folder.Dispose();

    private async Task<ProbeFigures> AskAsync(string question)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Address));
        await socket.SendAsync(Encoding.ASCII.GetBytes(question));
        using var reader = new StreamReader(new NetworkStream(socket));
        return ProbeFigures.Parse(await reader.ReadToEndAsync());
    }
}
