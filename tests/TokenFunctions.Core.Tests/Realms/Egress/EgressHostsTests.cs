using System.Net;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Testing.Servers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Egress;

/// <summary>The list of the only hosts that a deployment calls.</summary>
public sealed class EgressHostsTests
{
    [Theory]
    [InlineData("api.example.com", "https://api.example.com", true)]
    [InlineData("API.Example.com.", "https://api.example.COM.:8443", true)]
    [InlineData("api.example.com", "https://a.api.example.com", false)]
    [InlineData("*.example.com", "https://a.b.example.com", true)]
    [InlineData("*.example.com", "https://example.com", false)]
    [InlineData("*.example.com", "https://evilexample.com", false)]
    [InlineData("*.example.com", "https://example.com.evil", false)]
    [InlineData("example.com, *.example.com", "https://example.com", true)]
    [InlineData("xn--bcher-kva.example", "https://b\u00fccher.example", true)]
    [InlineData("192.0.2.7", "https://192.0.2.7", true)]
    [InlineData("192.0.2.7", "https://3221225991", true)]
    [InlineData("192.0.2.7", "https://192.0.2.8", false)]
    [InlineData("[2606:4700::1111]", "https://[2606:4700:0::1111]", true)]
    [InlineData("2606:4700::1111", "https://[2606:4700::1112]", false)]
    public void A_host_is_on_the_list_or_not(string hosts, string url, bool expected)
    {
        Assert.True(EgressRules.TryParse("0.0.0.0/0", hosts, out var rules, out var error), error);
        var objection = rules.ObjectionTo(new Uri(url));
        Assert.Equal(expected, objection is null);
        if (!expected) Assert.EndsWith("to the setting TokenFunctions__Egress__Hosts.", objection, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.example.com")]
    [InlineData("api.example.com:443")]
    [InlineData("10.0.0.0/8")]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("a*.example.com")]
    [InlineData("0x7f.1")]
    [InlineData("b\u00fccher.example")]
    public void A_malformed_entry_is_named(string entry)
    {
        Assert.False(EgressRules.TryParse(null, "api.example.com " + entry, out _, out var error));
        Assert.StartsWith($"TokenFunctions__Egress__Hosts: `{entry}` is no host", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_nothing_is_a_mistake()
    {
        Assert.False(EgressRules.TryParse(null, " , ;", out _, out var error));
        Assert.Equal("TokenFunctions__Egress__Hosts names no host; leave it out to call any.", error);
    }

    [Fact]
    public async Task Another_host_is_not_even_looked_up()
    {
        var lookups = 0;
        Assert.True(EgressRules.TryParse("", "*.example.com", out var rules, out var error), error);
        var handler = EgressHandler.Create(rules, (_, _) =>
        {
            lookups++;
            return Task.FromResult<IPAddress[]>([IPAddress.Parse("8.8.8.8")]);
        });
        var answer = await Ask.Once(handler, Ask.Config(url: "https://secret-in-a-name.evil.example/"));

        Assert.Equal((FailureKind.EgressRefused, UpstreamReach.NotSent, 0), (answer.Failure!.Kind, answer.Failure.Reach, lookups));
        Assert.Equal(
            "The host `secret-in-a-name.evil.example` is none of those that may be called; to call it all the same add"
            + " `secret-in-a-name.evil.example` to the setting TokenFunctions__Egress__Hosts.",
            answer.Failure.Detail);
    }

    [Fact]
    public async Task A_host_on_the_list_is_called_and_the_list_opens_no_address()
    {
        await using var provider = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Ask.Success));
        var url = $"http://provider.example:{provider.Address.Port}/";
        Task<IPAddress[]> Resolve(string host, CancellationToken cancellation) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]);

        Assert.True(EgressRules.TryParse("http://127.0.0.1", "provider.example", out var opened, out var error), error);
        Assert.True((await Ask.Once(EgressHandler.Create(opened, Resolve), Ask.Config(url: url))).HasToken);

        Assert.True(EgressRules.TryParse("", "provider.example", out var closed, out error), error);
        Assert.Equal(FailureKind.EgressRefused, (await Ask.Once(EgressHandler.Create(closed, Resolve), Ask.Config(url: url))).Failure!.Kind);
    }
}
