using System.Net;
using System.Net.Sockets;

namespace TokenFunctions.Testing.Servers;

/// <summary>Ports of the loopback that nobody listens on.</summary>
public static class FreePort
{
    /// <summary>A port that was free a moment ago.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
