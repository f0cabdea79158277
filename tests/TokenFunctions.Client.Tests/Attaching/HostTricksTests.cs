using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using TokenFunctions.Client.Attaching;
using TokenFunctions.Client.Tests.Attaching.Doubles;

namespace TokenFunctions.Client.Tests.Attaching;

/// <summary>Names of hosts as the transport connects to them: each connection goes to a real socket, and where the token
/// came along it was to the named host.</summary>
public sealed class HostTricksTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> connections = new();
    private ApiDouble api = null!;

    public async Task InitializeAsync() => api = await ApiDouble.StartAsync(new ApiAnswer(200));

    public async Task DisposeAsync() => await api.DisposeAsync();

    [Theory]
    [InlineData("http://api.example.com", "http://api.example.com/")]
    [InlineData("http://api.example.com", "HTTP://API.EXAMPLE.COM/")]
    [InlineData("http://api.example.com", "http://api.example.com:80/")]
    [InlineData("http://api.example.com", "http://api.example.com./")]
    [InlineData("http://bücher.example", "http://xn--bcher-kva.example/")]
    [InlineData("http://xn--bcher-kva.example", "http://BÜCHER.example/")]
    [InlineData("http://*.example.com", "http://a.b.example.com/")]
    public async Task The_named_host_gets_the_token(string entry, string address)
    {
        using var client = Client(entry);

        using var response = await client.GetAsync(new Uri(address));

        Assert.Equal(["GET / Bearer t1"], api.Lines);
        Assert.Single(connections);
    }

    [Theory]
    [InlineData("http://api.example.com:8080/")]
    [InlineData("http://api.example.com.evil.example/")]
    [InlineData("http://evil.example/?api.example.com")]
    [InlineData("http://evil.example/#@api.example.com")]
    [InlineData("http://api.example.com@evil.example/")]
    [InlineData("http://api.example.com:80@evil.example/")]
    [InlineData("http://evil.example\\.api.example.com/")]
    [InlineData("http://evil.example/\\@api.example.com/")]
    [InlineData("http://аpi.example.com/")]
    [InlineData("http://api.example.com%00.evil.example/")]
    [InlineData("http://api.example.com%2F.evil.example/")]
    [InlineData("http://api。example。com.evil.example/")]
    [InlineData("http://api..example.com/")]
    [InlineData("http:///api.example.com@evil.example/")]
    [InlineData("ftp://api.example.com/")]
    [InlineData("ws://api.example.com/")]
    [InlineData("file://api.example.com/")]
    public async Task Nobody_else_does(string address)
    {
        using var client = Client("http://api.example.com");

        // Some are no addresses at all, and others none of the web.
        await Assert.ThrowsAnyAsync<Exception>(async () => await client.GetAsync(new Uri(address)));

        Assert.Empty(connections);
        Assert.Empty(api.Requests);
    }

    private HttpClient Client(string entry)
    {
        var sockets = Clients.Sockets();
        sockets.ConnectCallback = async (context, cancellation) =>
        {
            connections.Enqueue($"{context.DnsEndPoint.Host}:{context.DnsEndPoint.Port}");
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, api.Address.Port), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        };
        var options = new TokenHandlerOptions { Hosts = [entry] };
        return new(new TokenHandler(new CountedSource(), "realm", "key", options) { InnerHandler = sockets });
    }
}
