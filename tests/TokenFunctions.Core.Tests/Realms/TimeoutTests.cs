using System.Net;
using System.Net.Sockets;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms;

/// <summary>What a time-out means, by when it comes.</summary>
public sealed class TimeoutTests
{
    private readonly ManualTime clock = new(Ask.Now);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_timeout_after_sending_is_unanswered(bool afterHeaders)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var provider = await LoopbackServer.StartAsync(async context =>
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

    private async Task<UpstreamAnswer> AskAsync(Uri address, string members = "", SecretFields? secret = null, string? allow = null)
    {
        Assert.True(EgressRules.TryParse(allow ?? "http://127.0.0.1", out var rules, out var error), error);
        return await Ask.Once(EgressHandler.Create(rules), Ask.Config(members, address.AbsoluteUri), secret, clock);
    }
}
