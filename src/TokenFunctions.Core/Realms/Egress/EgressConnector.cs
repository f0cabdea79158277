using System.Net;
using System.Net.Sockets;

namespace TokenFunctions.Realms.Egress;

/// <summary>Makes the connections: to the checked addresses and to no other.</summary>
internal sealed class EgressConnector(EgressGuard guard)
{
    /// <summary>A connection for the HTTP stack.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var scheme = context.InitialRequestMessage.RequestUri?.Scheme ?? "";
        var target = EgressTarget.Of(scheme, context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await guard.CheckAsync(target, cancellation);
        for (var i = 0; ; i++)
        {
            try
            {
                return await OpenAsync(new IPEndPoint(addresses[i], target.Port), cancellation);
            }
            catch (SocketException) when (i + 1 < addresses.Count)
            {
                // The next address may answer; the failure of the last one is told.
            }
        }
    }

    private static async Task<Stream> OpenAsync(IPEndPoint endpoint, CancellationToken cancellation)
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
