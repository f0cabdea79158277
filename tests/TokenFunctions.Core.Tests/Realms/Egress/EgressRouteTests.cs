using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Core.Tests.Realms.Egress;

/// <summary>The connection goes where the guard has looked, and nowhere else.</summary>
public sealed class EgressRouteTests
{
    [Fact]
    public async Task Between_check_and_connection_nobody_is_asked_a_second_time()
    {
        await using var provider = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Ask.Success));
        // The same port of another address of this machine: where a second look-up would lead.
        using var trap = ConnectionCounter.On(IPAddress.Parse("127.0.0.2"), provider.Address.Port);
        var lookups = 0;
        Assert.True(EgressRules.TryParse($"http://127.0.0.0/8:{provider.Address.Port}", out var rules, out var error), error);
        var handler = EgressHandler.Create(rules, (_, _) =>
            Task.FromResult<IPAddress[]>([IPAddress.Parse(Interlocked.Increment(ref lookups) == 1 ? "127.0.0.1" : "127.0.0.2")]));

        var answer = await Ask.Once(handler, Ask.Config(url: $"http://rebind.example:{provider.Address.Port}/"));

        Assert.True(answer.HasToken, answer.Failure?.Detail);
        Assert.Equal((1, 0), (lookups, trap.Count));
    }

    [Fact]
    public async Task An_address_that_does_not_answer_gives_way_to_the_next_that_was_checked()
    {
        await using var provider = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Ask.Success));
        Assert.True(EgressRules.TryParse("http://127.0.0.0/8", out var rules, out var error), error);
        var handler = EgressHandler.Create(rules, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.3"), IPAddress.Loopback]));

        Assert.True((await Ask.Once(handler, Ask.Config(url: $"http://two.example:{provider.Address.Port}/"))).HasToken);
    }

    public static TheoryData<string> NoNames =>
    [
        "xn--", "xn--a", "xn--a.example", "xn--\u00df.example", "xn--zzzzzzzzzzzzzzzz99.example", "xn--127-0-0-1-", "a..example", "-a-.example", "_a_.example",
        $"{new string('a', 64)}.example", string.Join('.', Enumerable.Repeat(new string('a', 50), 6)), "a%00.example", "999.999.999.999", "1.2.3.4.5", "4294967296",
        "08.0.0.1", "0x1g.0.0.1", "256.1", "1.2.3.256",
    ];

    [Theory]
    [MemberData(nameof(NoNames))]
    public async Task A_host_that_is_no_name_is_a_failure_of_the_call(string host)
    {
        var handler = EgressHandler.Create(EgressRules.PublicOnly, (name, _) => name.Length > 255
            ? throw new ArgumentOutOfRangeException(nameof(name))
            : throw new SocketException((int)SocketError.HostNotFound));
        var answer = await Ask.Once(handler, Ask.Config(url: "$url"), Ask.Secret(("url", $"https://{host}/")));

        Assert.Equal(UpstreamReach.NotSent, answer.Failure!.Reach);
    }

    [Fact]
    public async Task A_proxy_of_the_process_is_not_used()
    {
        await using var provider = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Ask.Success));
        using var trap = ConnectionCounter.Everywhere();
        var before = HttpClient.DefaultProxy;
        // For this one host, so that tests beside this one are left alone.
        HttpClient.DefaultProxy = new OneHostProxy("proxied.example", new Uri($"http://127.0.0.1:{trap.Port}"));
        try
        {
            Assert.True(EgressRules.TryParse("http://127.0.0.1", out var rules, out var error), error);
            var handler = EgressHandler.Create(rules, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
            var answer = await Ask.Once(handler, Ask.Config(url: $"http://proxied.example:{provider.Address.Port}/"));
            Assert.True(answer.HasToken, answer.Failure?.Detail);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Equal(0, trap.Count);
    }

    [Theory]
    [InlineData("https://provider.example/", "8.8.8.8")]
    [InlineData("https://provider.example:8443/", "1.1.1.1", "2606:4700::1111")]
    [InlineData("https://PROVIDER.example./", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1", "198.20.0.1", "223.255.255.255")]
    [InlineData("https://provider.example/", "168.63.129.17", "169.253.255.255", "169.255.0.0", "11.0.0.1", "9.255.255.255", "128.0.0.1", "126.255.255.255")]
    [InlineData("https://provider.example/", "2001:200::1", "2400:cb00::1", "2a00:1450:4001::1", "2620:1ec::1", "2003::1", "2001:db9::1")]
    [InlineData("https://8.8.8.8/")]
    [InlineData("https://134744072/")]
    [InlineData("https://[2606:4700:4700::1111]/")]
    public async Task What_is_public_is_let_through_in_the_order_of_trying(string url, params string[] answers)
    {
        var uri = new Uri(url);
        var guard = new EgressGuard(EgressRules.PublicOnly, (_, _) => Task.FromResult(answers.Select(IPAddress.Parse).ToArray()));
        var addresses = await guard.CheckAsync(EgressTarget.Of(uri.Scheme, uri.IdnHost, uri.Port), CancellationToken.None);

        Assert.Equal(Math.Max(1, answers.Length), addresses.Count);
        Assert.Equal(addresses.OrderBy(address => address.AddressFamily), addresses);
    }

    private sealed class OneHostProxy(string host, Uri proxy) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => destination.Host == host ? proxy : null;

        public bool IsBypassed(Uri destination) => GetProxy(destination) is null;
    }
}
