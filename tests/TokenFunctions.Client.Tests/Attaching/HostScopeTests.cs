using TokenFunctions.Client.Attaching;
using TokenFunctions.Client.Tests.Attaching.Doubles;

namespace TokenFunctions.Client.Tests.Attaching;

/// <summary>The token reaches no listener that is not named: two of them, on real sockets, and only one is.</summary>
public sealed class HostScopeTests : IAsyncLifetime
{
    private const string Planted = "planted-t1+/=";

    private ApiDouble named = null!;
    private ApiDouble other = null!;
    private ApiAnswer answer = new(200);

    public static TheoryData<string, string> Places => new()
    {
        { "header", "Authorization" }, { "header", "X-Token" }, { "query", "access_token" }, { "cookie", "sid" },
    };

    public async Task InitializeAsync()
    {
        named = await ApiDouble.StartAsync(_ => answer);
        other = await ApiDouble.StartAsync(_ => new ApiAnswer(200, "other"));
    }

    public async Task DisposeAsync()
    {
        await named.DisposeAsync();
        await other.DisposeAsync();
    }

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
        using var client = Clients.For(named, source);

        var fault = await Assert.ThrowsAsync<TokenHostException>(() => client.GetAsync(Filled(address)));

        Assert.Equal("TokenHandlerOptions.Hosts", fault.Setting);
        Assert.StartsWith("http", fault.Host, StringComparison.Ordinal);
        Assert.DoesNotContain("pass", fault.ToString(), StringComparison.Ordinal);
        Assert.Empty(named.Requests);
        Assert.Empty(other.Requests);
        Assert.Empty(source.Requests);
    }

    [Theory]
    [InlineData("http://127.1:{named}/")]
    [InlineData("http://2130706433:{named}/")]
    [InlineData("HTTP://127.0.0.1:{named}/")]
    public async Task Other_ways_to_write_the_named_address_are_the_named_address(string address)
    {
        using var client = Clients.For(named, new CountedSource());

        using var response = await client.GetAsync(Filled(address));

        Assert.Equal(["GET / Bearer t1"], named.Lines);
    }

    [Theory]
    [InlineData("127.0.0.1:{other}")]
    [InlineData("example.com")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:{named}, example.com")]
    [InlineData("user@127.0.0.1:{named}")]
    public async Task A_Host_header_that_names_another_host_is_refused(string host)
    {
        using var client = Clients.For(named, new CountedSource());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/a");
        request.Headers.TryAddWithoutValidation("Host", Filled(host));

        var fault = await Assert.ThrowsAsync<TokenHostException>(() => client.SendAsync(request));

        Assert.Contains("Host header", fault.Message, StringComparison.Ordinal);
        Assert.Empty(named.Requests);
    }

    [Fact]
    public async Task A_Host_header_that_says_the_same_is_kept()
    {
        using var client = Clients.For(named, new CountedSource());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/a") { Headers = { Host = $"127.0.0.1:{named.Address.Port}" } };

        using var response = await client.SendAsync(request);

        Assert.Equal(["GET /a Bearer t1"], named.Lines);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_redirect_to_another_host_goes_without_the_token(string place, string name)
    {
        answer = ApiAnswer.To(302, new Uri(other.Address, "/b?c=d").ToString());
        using var client = Client(place, name);
        client.DefaultRequestHeaders.Add("X-Own", "kept");

        using var response = await client.GetAsync("/a");

        Assert.Equal("other", await response.Content.ReadAsStringAsync());
        Assert.Equal("GET /b?c=d", Assert.Single(other.Lines));
        Assert.Equal("kept", other.Requests[0].Header("X-Own"));
        AssertOthersKnowNothing();
    }

    [Theory]
    [InlineData("/b?access_token=planted-t1%2B%2F%3D&c=d", 1)]
    [InlineData("/b?access_token=planted-t1%2b%2f%3d", 1)]
    [InlineData("/b?other=planted-t1%2B%2F%3D", 0)]
    [InlineData("/b/planted-t1+/=", 0)]
    [InlineData("/b?x=%70lanted-t1%2B%2F%3D", 0)]
    public async Task A_redirect_that_names_the_token_to_another_host_does_not_bring_it_there(string location, int arrivals)
    {
        answer = ApiAnswer.To(307, new Uri(other.Address, location).AbsoluteUri);
        using var client = Client("query", "access_token");

        using var response = await client.GetAsync("/a");

        Assert.Equal(arrivals, other.Requests.Count);
        Assert.Equal(arrivals == 0 ? 307 : 200, (int)response.StatusCode);
        AssertOthersKnowNothing();
    }

    [Fact]
    public async Task What_the_caller_said_to_the_first_host_is_not_said_to_the_next()
    {
        answer = ApiAnswer.To(307, other.Address.ToString());
        using var client = Clients.For(named, new CountedSource(), options => options.Attach = new() { Name = "X-Token", Prefix = "" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/a");
        request.Headers.Authorization = new("Basic", "x");
        request.Headers.Add("Cookie", "own=x");
        request.Headers.Add("X-Token", "own");
        request.Headers.Host = $"127.0.0.1:{named.Address.Port}";
        request.Headers.Referrer = new("http://127.0.0.1/x");

        using var response = await client.SendAsync(request);

        Assert.Equal(["GET /"], other.Lines);
        Assert.Equal($"127.0.0.1:{other.Address.Port}", other.Requests[0].Header("Host"));
        Assert.Equal("", other.Requests[0].Header("Referer"));
    }

    [Fact]
    public async Task Another_host_cannot_lead_back_to_the_named_one()
    {
        await using var back = await ApiDouble.StartAsync(ApiAnswer.To(307, new Uri(named.Address, "/delete").ToString()));
        answer = ApiAnswer.To(307, back.Address.ToString());
        using var client = Clients.For(named, new CountedSource());

        using var response = await client.GetAsync("/a");

        Assert.Equal(307, (int)response.StatusCode);
        Assert.Equal(["GET /a Bearer t1"], named.Lines);
        Assert.Equal(["GET /"], back.Lines);
    }

    [Fact]
    public async Task A_refusal_by_another_host_is_not_one_of_the_token()
    {
        await using var refusing = await ApiDouble.StartAsync(new ApiAnswer(401));
        answer = ApiAnswer.To(307, refusing.Address.ToString());
        var source = new CountedSource();
        using var client = Clients.For(named, source);

        using var response = await client.GetAsync("/a");

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Empty(source.Reports);
        Assert.False(response.GetTokenOutcome()!.IsRefused);
    }

    [Theory]
    [InlineData("address")]
    [InlineData("host")]
    public async Task A_callback_cannot_send_the_token_elsewhere(string what)
    {
        using var client = Clients.For(named, new CountedSource(), options => options.Put = (request, token) =>
        {
            request.Headers.Authorization = new("Bearer", token.Value.Reveal());
            if (what == "address") request.RequestUri = other.Address;
            else request.Headers.Host = "example.com";
        });

        await Assert.ThrowsAsync<TokenHostException>(() => client.GetAsync("/a"));

        Assert.Empty(named.Requests);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task Without_any_host_the_fault_says_what_to_set()
    {
        using var client = Clients.Of(new CountedSource());

        var fault = await Assert.ThrowsAsync<TokenHostException>(() => client.GetAsync(new Uri(named.Address, "/a?b=c")));

        Assert.Contains("TokenHandlerOptions.Hosts", fault.Message, StringComparison.Ordinal);
        Assert.Contains("attach.hosts", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("b=c", fault.Message, StringComparison.Ordinal);
        Assert.Empty(named.Requests);
    }

    [Fact]
    public async Task The_realms_hosts_hold_where_the_options_name_none()
    {
        using var client = Clients.Of(new CountedSource(new() { Hosts = ["api.example.com"] }));

        var fault = await Assert.ThrowsAsync<TokenHostException>(() => client.GetAsync(named.Address));

        Assert.Contains("attach.hosts", fault.Setting, StringComparison.Ordinal);
        Assert.Empty(named.Requests);
    }

    [Fact]
    public async Task A_relative_address_is_refused()
    {
        using var handler = new TokenHandler(new CountedSource(), "realm", "key", new() { Hosts = [named.Entry] })
        {
            InnerHandler = Clients.Sockets(),
        };
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, "a");

        await Assert.ThrowsAsync<TokenHostException>(() => invoker.SendAsync(request, CancellationToken.None));
    }

    private HttpClient Client(string place, string name) => Clients.For(
        named,
        new CountedSource { Value = _ => Planted },
        options => options.Attach = new() { Place = place, Name = name, Prefix = "" });

    private string Filled(string text) => text
        .Replace("{named}", $"{named.Address.Port}", StringComparison.Ordinal)
        .Replace("{other}", $"{other.Address.Port}", StringComparison.Ordinal);

    private void AssertOthersKnowNothing()
    {
        Assert.NotEmpty(named.Requests);
        Assert.All(other.Requests, request => Assert.DoesNotContain(
            "planted", Uri.UnescapeDataString(request.Text), StringComparison.OrdinalIgnoreCase));
    }
}
