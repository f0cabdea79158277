using System.Net;
using System.Net.Sockets;

namespace TokenFunctions.App.Tests.Functions.Host;

/// <summary>An address that is in use for as long as the tests run, as the host's own one is: a handler that listened on what
/// it inherits would not start.</summary>
internal static class HostAddress
{
    private static readonly TcpListener Listener = Listen();

    public static string Taken => $"http://127.0.0.1:{Port}";

    public static int Port => ((IPEndPoint)Listener.LocalEndpoint).Port;

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }
}
