using System.Net;
using System.Net.Sockets;

namespace TokenFunctions.Core.Tests.Realms.Egress;

/// <summary>Listens on every address of this machine and counts who connects; answers nobody.</summary>
internal sealed class ConnectionCounter : IDisposable
{
    private readonly TcpListener listener;
    private int count;

    private ConnectionCounter(TcpListener listener) => this.listener = listener;

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Count => Volatile.Read(ref count);

    /// <summary>On IPv6 and IPv4 where the machine has both.</summary>
    public static ConnectionCounter Everywhere() =>
        Start(Socket.OSSupportsIPv6 ? TcpListener.Create(0) : new TcpListener(IPAddress.Any, 0));

    public static ConnectionCounter On(IPAddress address, int port) => Start(new TcpListener(address, port));

    public void Dispose() => listener.Dispose();

    private static ConnectionCounter Start(TcpListener listener)
    {
        listener.Start();
        var counter = new ConnectionCounter(listener);
        _ = Task.Run(counter.AcceptAsync);
        return counter;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptSocketAsync();
                Interlocked.Increment(ref count);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }
}
