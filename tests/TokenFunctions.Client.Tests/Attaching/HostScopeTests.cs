using TokenFunctions.Client.Attaching;
using TokenFunctions.Client.Tests.Attaching.Doubles;

namespace TokenFunctions.Client.Tests.Attaching;

/// <summary>A request that goes to a listener that is not named is not sent.</summary>
public sealed class HostScopeTests : TwoListeners
{
    [Theory]
    [InlineData("http://127.0.0.1:{other}/")]
    [InlineData("http://127.0.0.1:{named}@127.0.0.1:{other}/")]
    [InlineData("http://user:pass@127.0.0.1:{named}/")]
    [InlineData("http://localhost:{named}/")]
    [InlineData("http://localhost.:{named}/")]
    [InlineData("http://[::1]:{named}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{named}/")]
    [InlineData("https://127.0.0.1:{named}/")]
    [InlineData("http://127.0.0.2:{named}/")]
    [InlineData("http://127.0.0.1.:{other}/")]
    [InlineData("http://0x7f000001:{other}/")]
    public async Task An_address_that_is_not_named_is_asked_for_nothing(string address)
    {
        var source = new CountedSource();
        using var client = Clients.For(Named, source);

        var fault = await Assert.ThrowsAsync<TokenHostException>(() => client.GetAsync(Filled(address)));

        Assert.Equal("TokenHandlerOptions.Hosts", fault.Setting);
        Assert.StartsWith("http", fault.Host, StringComparison.Ordinal);
        Assert.DoesNotContain("pass", fault.ToString(), StringComparison.Ordinal);
        Assert.Empty(Named.Requests);
        Assert.Empty(Other.Requests);
        Assert.Empty(source.Requests);
    }

    [Theory]
    [InlineData("http://127.1:{named}/")]
    [InlineData("http://2130706433:{named}/")]
    [InlineData("HTTP://127.0.0.1:{named}/")]
    public async Task Other_ways_to_write_the_named_address_are_the_named_address(string address)
    {
        using var client = Clients.For(Named, new CountedSource());

        using var response = await client.GetAsync(Filled(address));

        Assert.Equal(["GET / Bearer t1"], Named.Lines);
    }

    [Theory]
    [InlineData("127.0.0.1:{other}")]
    [InlineData("example.com")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:{named}, example.com")]
    [InlineData("user@127.0.0.1:{named}")]
    public async Task A_Host_header_that_names_another_host_is_refused(string host)
    {
        using var client = Clients.For(Named, new CountedSource());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/a");
        request.Headers.TryAddWithoutValidation("Host", Filled(host));

        var fault = await Assert.ThrowsAsync<TokenHostException>(() => client.SendAsync(request));

        Assert.Contains("Host header", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Named.Requests);
    }

    [Fact]
    public async Task A_Host_header_that_says_the_same_is_kept()
    {
        using var client = Clients.For(Named, new CountedSource());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/a") { Headers = { Host = $"127.0.0.1:{Named.Address.Port}" } };

        using var response = await client.SendAsync(request);

        Assert.Equal(["GET /a Bearer t1"], Named.Lines);
    }

    [Theory]
    [InlineData("address")]
    [InlineData("host")]
    public async Task A_callback_cannot_send_the_token_elsewhere(string what)
    {
        using var client = Clients.For(Named, new CountedSource(), options => options.Put = (request, token) =>
        {
            request.Headers.Authorization = new("Bearer", token.Value.Reveal());
            if (what == "address") request.RequestUri = Other.Address;
            else request.Headers.Host = "example.com";
        });

        await Assert.ThrowsAsync<TokenHostException>(() => client.GetAsync("/a"));

        Assert.Empty(Named.Requests);
        Assert.Empty(Other.Requests);
    }

    [Fact]
    public async Task Without_any_host_the_fault_says_what_to_set()
    {
        using var client = Clients.Of(new CountedSource());

        var fault = await Assert.ThrowsAsync<TokenHostException>(() => client.GetAsync(new Uri(Named.Address, "/a?b=c")));

        Assert.Contains("TokenHandlerOptions.Hosts", fault.Message, StringComparison.Ordinal);
        Assert.Contains("attach.hosts", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("b=c", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Named.Requests);
    }

    [Fact]
    public async Task The_realms_hosts_hold_where_the_options_name_none()
    {
        using var client = Clients.Of(new CountedSource(new() { Hosts = ["api.example.com"] }));

        var fault = await Assert.ThrowsAsync<TokenHostException>(() => client.GetAsync(Named.Address));

        Assert.Contains("attach.hosts", fault.Setting, StringComparison.Ordinal);
        Assert.Empty(Named.Requests);
    }

    [Fact]
    public async Task A_relative_address_is_refused()
    {
        using var handler = new TokenHandler(new CountedSource(), "realm", "key", new() { Hosts = [Named.Entry] })
        {
            InnerHandler = Clients.Sockets(),
        };
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, "a");

        await Assert.ThrowsAsync<TokenHostException>(() => invoker.SendAsync(request, CancellationToken.None));
    }

    private string Filled(string text) => text
        .Replace("{named}", $"{Named.Address.Port}", StringComparison.Ordinal)
        .Replace("{other}", $"{Other.Address.Port}", StringComparison.Ordinal);
}
