using TokenFunctions.Client.Attaching;
using TokenFunctions.Client.Tests.Attaching.Doubles;

namespace TokenFunctions.Client.Tests.Attaching;

/// <summary>No inner handler follows redirects by itself: it would carry the token along.</summary>
public sealed class RedirectingInnerTests : IAsyncLifetime
{
    private ApiDouble named = null!;
    private ApiDouble other = null!;

    public async Task InitializeAsync()
    {
        other = await ApiDouble.StartAsync(new ApiAnswer(200));
        named = await ApiDouble.StartAsync(request =>
            request.Target == "/plain" ? new(200) : ApiAnswer.To(302, other.Address.ToString()));
    }

    public async Task DisposeAsync()
    {
        await named.DisposeAsync();
        await other.DisposeAsync();
    }

    [Theory]
    [InlineData("sockets")]
    [InlineData("client")]
    [InlineData("sockets below another")]
    public async Task It_is_told_to_follow_none(string kind)
    {
        using HttpMessageHandler inner = kind switch
        {
            "sockets" => Clients.Sockets(),
            "client" => new HttpClientHandler { UseProxy = false },
            _ => new Between { InnerHandler = Clients.Sockets() },
        };
        using var client = new HttpClient(Handler(inner));

        using var response = await client.GetAsync(named.Address);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("", Assert.Single(other.Requests).Header("X-Token"));
    }

    [Fact]
    public async Task One_that_was_in_use_and_follows_redirects_is_refused()
    {
        using var inner = Clients.Sockets();
        using var before = new HttpClient(inner, disposeHandler: false);
        using var first = await before.GetAsync(new Uri(named.Address, "/plain"));
        using var client = new HttpClient(Handler(inner));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetAsync(named.Address));

        Assert.Contains("AllowAutoRedirect", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["GET /plain"], named.Lines);
    }

    [Fact]
    public async Task Where_it_was_told_before_to_follow_none_none_are_followed()
    {
        using var inner = Clients.Sockets();
        inner.AllowAutoRedirect = false;
        using var client = new HttpClient(Handler(inner));

        using var response = await client.GetAsync(named.Address);

        Assert.Equal(302, (int)response.StatusCode);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task Handlers_that_share_one_both_follow_redirects()
    {
        using var inner = Clients.Sockets();
        using var one = new HttpClient(Handler(inner), disposeHandler: false);
        using var two = new HttpClient(Handler(inner), disposeHandler: false);

        using var first = await one.GetAsync(named.Address);
        using var second = await two.GetAsync(named.Address);

        Assert.Equal(200, (int)first.StatusCode);
        Assert.Equal(200, (int)second.StatusCode);
    }

    [Fact]
    public async Task Of_two_tokens_on_one_request_none_goes_on_to_another_host()
    {
        var outer = new TokenHandler(new CountedSource(), "realm", "outer", new() { Hosts = [named.Entry] })
        {
            InnerHandler = Handler(Clients.Sockets()),
        };
        using var client = new HttpClient(outer);

        await Assert.ThrowsAsync<TokenHostException>(() => client.GetAsync(named.Address));

        Assert.Equal(["GET / Bearer t1 X-Token: t1"], named.Lines);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task One_of_an_unknown_kind_has_to_be_trusted_explicitly()
    {
        using var unknown = new HttpClient(Handler(new Unknown()));
        using var trusted = new HttpClient(Handler(new Unknown(), options => options.TrustsInnerHandler = true));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => unknown.GetAsync(named.Address));
        using var response = await trusted.GetAsync(named.Address);

        Assert.Contains("TrustsInnerHandler", fault.Message, StringComparison.Ordinal);
        Assert.Equal(204, (int)response.StatusCode);
    }

    [Fact]
    public async Task Who_trusts_one_of_an_unknown_kind_does_not_vouch_for_others()
    {
        using var shared = new Unknown();
        using var trusted = new HttpClient(Handler(shared, options => options.TrustsInnerHandler = true), false);
        using var wary = new HttpClient(Handler(shared), false);
        using var response = await trusted.GetAsync(named.Address);

        await Assert.ThrowsAsync<InvalidOperationException>(() => wary.GetAsync(named.Address));
    }

    private TokenHandler Handler(HttpMessageHandler inner, Action<TokenHandlerOptions>? set = null)
    {
        var options = new TokenHandlerOptions { Hosts = [named.Entry], Attach = new() { Name = "X-Token", Prefix = "" } };
        set?.Invoke(options);
        return new(new CountedSource(), "realm", "key", options) { InnerHandler = inner };
    }

    private sealed class Between : DelegatingHandler;

    private sealed class Unknown : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
    }
}
