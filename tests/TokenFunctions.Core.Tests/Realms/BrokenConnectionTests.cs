using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms;

/// <summary>How far a call came whose connection failed.</summary>
public sealed class BrokenConnectionTests
{
    private readonly ManualTime clock = new(Ask.Now);

    [Fact]
    public async Task A_connection_that_is_not_made_sent_nothing()
    {
        Uri gone;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            gone = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        }
        var failure = (await AskAsync(gone)).Failure!;
        Assert.Equal((FailureKind.Transient, UpstreamReach.NotSent), (failure.Kind, failure.Reach));
    }

    [Fact]
    public async Task A_handshake_that_fails_sent_nothing()
    {
        await using var provider = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Ask.Success));
        var failure = (await AskAsync(new UriBuilder(provider.Address) { Scheme = "https" }.Uri, allow: "127.0.0.1")).Failure!;

        Assert.Equal((FailureKind.Transient, UpstreamReach.NotSent), (failure.Kind, failure.Reach));
        Assert.Equal("No secure connection to the provider could be made; check `url` and its certificate.", failure.Detail);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"access")]
    public async Task A_connection_that_breaks_is_unanswered_and_the_request_is_never_sent_again(string part)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var requests = 0;
        var serving = Task.Run(async () =>
        {
            var buffer = new byte[4096];
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync();
                if (await connection.GetStream().ReadAsync(buffer) > 0) requests++;
                await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(part));
            }
        });
        var answer = await AskAsync(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"), """
            "method":"GET"
            """);
        listener.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => serving);

        Assert.Equal((FailureKind.Transient, UpstreamReach.Unanswered), (answer.Failure!.Kind, answer.Failure.Reach));
        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task Without_time_nothing_is_sent()
    {
        var provider = CannedProvider.Answering(Ask.Success);
        using var client = new RealmClient(provider, clock);
        var failure = (await client.AskAsync(Ask.Compile(Ask.Config()), SecretFields.None, TimeSpan.Zero)).Failure!;

        Assert.Equal((FailureKind.Transient, UpstreamReach.NotSent, 0), (failure.Kind, failure.Reach, provider.Calls));
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, UpstreamReach.NotSent)]
    [InlineData(HttpRequestError.ConnectionError, UpstreamReach.NotSent)]
    [InlineData(HttpRequestError.SecureConnectionError, UpstreamReach.NotSent)]
    [InlineData(HttpRequestError.ProxyTunnelError, UpstreamReach.NotSent)]
    [InlineData(HttpRequestError.ResponseEnded, UpstreamReach.Unanswered)]
    [InlineData(HttpRequestError.InvalidResponse, UpstreamReach.Unanswered)]
    [InlineData(HttpRequestError.Unknown, UpstreamReach.Unanswered)]
    public async Task Over_another_handler_the_error_tells_how_far_the_call_came(HttpRequestError error, UpstreamReach reach)
    {
        var answer = await Ask.Once(new CannedProvider(() => throw new HttpRequestException(error, "no")), Ask.Config());
        Assert.Equal((FailureKind.Transient, reach), (answer.Failure!.Kind, answer.Failure.Reach));
    }

    private async Task<UpstreamAnswer> AskAsync(Uri address, string members = "", SecretFields? secret = null, string? allow = null)
    {
        Assert.True(EgressRules.TryParse(allow ?? "http://127.0.0.1", out var rules, out var error), error);
        return await Ask.Once(EgressHandler.Create(rules), Ask.Config(members, address.AbsoluteUri), secret, clock);
    }
}
