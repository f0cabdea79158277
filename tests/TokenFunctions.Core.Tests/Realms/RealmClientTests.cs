using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Tokens;
using Xunit;

namespace TokenFunctions.Core.Tests.Realms;

/// <summary>How far a call came, over real sockets.</summary>
public sealed class RealmClientTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public async Task A_whole_round_trip_gives_a_token()
    {
        await using var provider = await LoopbackProvider.StartAsync(async context =>
        {
            Assert.False(context.Request.Headers.ContainsKey("Accept-Encoding"));
            Assert.False(context.Request.Headers.ContainsKey("traceparent"));
            var form = await context.Request.ReadFormAsync();
            await context.Response.WriteAsync($$"""{"access_token":"{{form["s"]}}","expires_in":60}""");
        });
        var answer = await AskAsync(provider.Address, """
            "content_type":"form","arguments":[{"name":"s","place":"body","value":"$s"}]
            """, Ask.Secret(("s", "a&b=c +%")));

        Assert.Equal("a&b=c +%", answer.Token!.Value.Reveal());
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var calls = 0;
        await using var provider = await LoopbackProvider.StartAsync(context =>
        {
            calls++;
            context.Response.Redirect("/elsewhere?secret");
            return Task.CompletedTask;
        });
        var answer = await AskAsync(provider.Address);

        Assert.Equal(1, calls);
        Assert.Equal((FailureKind.Rejected, UpstreamReach.Answered), (answer.Failure!.Kind, answer.Failure.Reach));
    }

    [Theory]
    [InlineData(1024 * 1024, true, true)]
    [InlineData(1024 * 1024 + 1, true, false)]
    [InlineData(1024 * 1024, false, true)]
    [InlineData(1024 * 1024 + 1, false, false)]
    public async Task An_answer_has_at_most_one_mebibyte(int length, bool told, bool taken)
    {
        await using var provider = await LoopbackProvider.StartAsync(async context =>
        {
            if (told) context.Response.ContentLength = length;
            await context.Response.WriteAsync(Ask.Success + new string(' ', length - Ask.Success.Length));
        });
        var answer = await AskAsync(provider.Address);

        Assert.Equal(taken, answer.HasToken);
        if (!taken) Assert.Equal((FailureKind.Rejected, UpstreamReach.Unanswered), (answer.Failure!.Kind, answer.Failure.Reach));
    }

    [Fact]
    public async Task Headers_over_the_cap_are_a_failure()
    {
        await using var provider = await LoopbackProvider.StartAsync(context =>
        {
            context.Response.Headers["X-Long"] = new string('x', 64 * 1024);
            return context.Response.WriteAsync(Ask.Success);
        });
        var answer = await AskAsync(provider.Address);
        Assert.Equal((FailureKind.Rejected, UpstreamReach.Unanswered), (answer.Failure!.Kind, answer.Failure.Reach));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_timeout_after_sending_is_unanswered(bool afterHeaders)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var provider = await LoopbackProvider.StartAsync(async context =>
        {
            if (afterHeaders) await context.Response.StartAsync();
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var asking = AskAsync(provider.Address);
        await arrived.Task;
        clock.Advance(Ask.Long);
        var answer = await asking;

        Assert.Equal((FailureKind.Transient, UpstreamReach.Unanswered), (answer.Failure!.Kind, answer.Failure.Reach));
        Assert.Equal("The provider did not answer within the realm's `policy.timeout_ms`.", answer.Failure.Detail);
    }

    [Fact]
    public async Task A_timeout_while_connecting_sent_nothing()
    {
        var looking = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handler = EgressHandler.Create(EgressRules.PublicOnly, async (_, cancellation) =>
        {
            looking.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            return [];
        });
        using var client = new RealmClient(handler, clock);
        var asking = client.AskAsync(Ask.Compile(Ask.Config()), SecretFields.None, Ask.Long);
        await looking.Task;
        clock.Advance(Ask.Long);

        var failure = (await asking).Failure!;
        Assert.Equal((FailureKind.Transient, UpstreamReach.NotSent), (failure.Kind, failure.Reach));
    }

    [Fact]
    public async Task A_timeout_in_the_handshake_sent_nothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asking = AskAsync(new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"), allow: "127.0.0.1");
        using var connection = await listener.AcceptTcpClientAsync();
        clock.Advance(Ask.Long);

        var failure = (await asking).Failure!;
        Assert.Equal((FailureKind.Transient, UpstreamReach.NotSent), (failure.Kind, failure.Reach));
    }

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
        await using var provider = await LoopbackProvider.StartAsync(context => context.Response.WriteAsync(Ask.Success));
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
