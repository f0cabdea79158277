using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Egress;

public sealed class EgressHandlerTests
{
    private int lookups;

    [Fact]
    public async Task An_address_that_is_not_public_is_refused_and_told_how_to_allow()
    {
        var answer = await AskAsync("", "https://h.example:8443/token?s=${pw}", "10.0.0.1");

        Assert.Equal((FailureKind.EgressRefused, UpstreamReach.NotSent), (answer.Failure!.Kind, answer.Failure.Reach));
        Assert.Equal(
            "The host `h.example` has an address that is not public; to call it all the same add `h.example:8443` to the setting TokenFunctions__Egress__Allow.",
            answer.Failure.Detail);
    }

    [Fact]
    public async Task One_private_address_among_public_ones_is_enough_to_refuse() =>
        Assert.Equal(FailureKind.EgressRefused, (await AskAsync("", "https://h.example/", "8.8.8.8", "127.0.0.1")).Failure!.Kind);

    [Fact]
    public async Task Plain_http_is_refused_and_told_how_to_allow()
    {
        var answer = await AskAsync("h.example", "http://h.example/", "8.8.8.8");
        Assert.Equal(
            "The host `h.example` would be called by plain http; use https, or add `http://h.example:80` to the setting TokenFunctions__Egress__Allow.",
            answer.Failure!.Detail);
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://[fd00:ec2::254]/")]
    [InlineData("https://[::ffff:a9fe:a9fe]/")]
    [InlineData("https://2852039166/")]
    [InlineData("https://0xa9.0xfe.0xa9.0xfe/")]
    [InlineData("https://h.example/")]
    public async Task A_metadata_address_stays_shut_even_when_allowed(string url)
    {
        var answer = await AskAsync("0.0.0.0/0, ::/0, h.example", url, "168.63.129.16");
        Assert.Equal(FailureKind.EgressRefused, answer.Failure!.Kind);
        Assert.EndsWith("leads to a cloud's metadata address, which is never called; no setting opens it.", answer.Failure.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    public async Task Another_spelling_of_loopback_is_refused(string url) =>
        Assert.Equal(FailureKind.EgressRefused, (await AskAsync("", url, "8.8.8.8")).Failure!.Kind);

    [Fact]
    public async Task A_host_that_is_a_secret_is_not_shown()
    {
        var answer = await AskAsync("", "https://${pw}/", "10.0.0.1");
        Assert.Contains("The host `***`", answer.Failure!.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", answer.Failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_connection_goes_to_the_address_that_was_checked_and_each_call_is_checked_anew()
    {
        await using var provider = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Ask.Success));
        Assert.True(EgressRules.TryParse($"http://rebind.example:{provider.Address.Port}", out var rules, out _));
        // The second look-up is the attacker's: were there one in the first call, it would end at the metadata service.
        var handler = EgressHandler.Create(rules, (_, _) =>
            Task.FromResult<IPAddress[]>([IPAddress.Parse(lookups++ == 0 ? "127.0.0.1" : "169.254.169.254")]));
        using var client = new RealmClient(handler, new ManualTime(Ask.Now));
        var plan = Ask.Compile(Ask.Config(url: $"http://rebind.example:{provider.Address.Port}/token"));

        var first = await client.AskAsync(plan, SecretFields.None, Ask.Long);
        Assert.Equal("T0KEN", first.Token!.Value.Reveal());
        Assert.Equal(1, lookups);

        var second = await client.AskAsync(plan, SecretFields.None, Ask.Long);
        Assert.Equal(FailureKind.EgressRefused, second.Failure!.Kind);
        Assert.Equal(2, lookups);
    }

    [Fact]
    public async Task A_name_that_cannot_be_resolved_sends_nothing()
    {
        using var client = new RealmClient(
            EgressHandler.Create(EgressRules.PublicOnly, (_, _) => throw new SocketException((int)SocketError.HostNotFound)), new ManualTime(Ask.Now));
        var answer = await client.AskAsync(Ask.Compile(Ask.Config()), SecretFields.None, Ask.Long);

        Assert.Equal((FailureKind.Transient, UpstreamReach.NotSent), (answer.Failure!.Kind, answer.Failure.Reach));
        Assert.Equal("The name of the provider's host cannot be resolved; check `url`.", answer.Failure.Detail);
    }

    private static async Task<UpstreamAnswer> AskAsync(string allow, string url, params string[] addresses)
    {
        Assert.True(EgressRules.TryParse(allow, out var rules, out var error), error);
        var handler = EgressHandler.Create(rules, (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()));
        return await Ask.Once(handler, Ask.Config(url: url), Ask.Secret(("pw", "hunter2.example")));
    }
}
