using System.Net;
using System.Net.Sockets;

namespace TokenFunctions.Processes.Stores;

/// <summary>Stands between an app and its store on this machine, and can hold one request or one answer: what a slow
/// network does at the worst moment.</summary>
internal sealed class StoreProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly int storePort;
    private readonly Task accepting;

    public StoreProxy(int storePort)
    {
        this.storePort = storePort;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public HoldGate Gate { get; } = new();

    public async ValueTask DisposeAsync()
    {
        Gate.Release();
        await end.CancelAsync();
        listener.Stop();
        await accepting;
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient app)
    {
        using var store = new TcpClient();
        using (app)
        {
            try
            {
                await store.ConnectAsync(IPAddress.Loopback, storePort, end.Token);
                var (near, far) = (app.GetStream(), store.GetStream());
                // Whichever side closes ends both.
                await await Task.WhenAny(
                    PumpAsync(near, far, bytes => Gate.RequestAsync(app, bytes)),
                    PumpAsync(far, near, bytes => Gate.AnswerAsync(app, bytes)));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The app was killed, the store is down or the proxy ends: the other side sees its connection close.
            }
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, Func<ReadOnlyMemory<byte>, Task> pass)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, end.Token) is > 0 and var count)
        {
            await pass(buffer.AsMemory(0, count)).WaitAsync(end.Token);
            await to.WriteAsync(buffer.AsMemory(0, count), end.Token);
        }
    }
}
