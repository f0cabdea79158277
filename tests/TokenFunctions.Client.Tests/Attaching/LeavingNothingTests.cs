using System.Net;
using TokenFunctions.Client.Attaching;
using TokenFunctions.Client.Tests.Attaching.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Attaching;

/// <summary>Answers that the caller does not get are disposed, those that it gets are not, and what is said about them
/// is theirs.</summary>
public sealed class LeavingNothingTests
{
    [Fact]
    public async Task The_answer_that_was_repeated_is_disposed()
    {
        var inner = new Answers(401, 200);
        using var client = Client(new CountedSource(), inner);

        using var response = await client.GetAsync(new Uri("https://api.example.com/"), HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal([true, false], inner.Contents.Select(content => content.IsDisposed));
    }

    [Fact]
    public async Task The_answer_that_led_on_is_disposed()
    {
        var inner = new Answers(302, 200);
        using var client = Client(new CountedSource(), inner);

        using var response = await client.GetAsync(new Uri("https://api.example.com/"), HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal([true, false], inner.Contents.Select(content => content.IsDisposed));
        Assert.Equal(1, response.GetTokenOutcome()!.Redirects);
        Assert.Equal(new Uri("https://api.example.com/next"), response.GetTokenOutcome()!.Address);
    }

    [Fact]
    public async Task The_answer_is_disposed_when_the_caller_leaves_while_its_token_is_reported()
    {
        var inner = new Answers(401);
        var source = new HangsWhenReported();
        using var client = Client(source, inner);
        using var leaving = new CancellationTokenSource();

        var sending = client.GetAsync(new Uri("https://api.example.com/"), leaving.Token);
        await source.Hanging.Asked;
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.True(Assert.Single(inner.Contents).IsDisposed);
    }

    [Fact]
    public async Task A_newer_token_of_a_realm_that_names_other_hosts_is_not_sent()
    {
        var inner = new Answers(401, 200);
        using var client = Client(new MovedRealm(), inner, hosts: []);

        await Assert.ThrowsAsync<TokenHostException>(() => client.GetAsync(new Uri("https://api.example.com/")));

        Assert.Single(inner.Contents);
    }

    [Theory]
    [InlineData("body", "X-Token", "")]
    [InlineData("header", "a b", "")]
    [InlineData("header", "Content-Type", "")]
    [InlineData("query", "", "")]
    [InlineData("header", "X-Token", "a\r\nb")]
    public async Task A_place_that_the_handler_does_not_know_gets_no_token(string place, string name, string prefix)
    {
        var inner = new Answers(200);
        using var client = Client(new CountedSource(new() { Place = place, Name = name, Prefix = prefix }), inner);

        await Assert.ThrowsAsync<TokenUnavailableException>(() => client.GetAsync(new Uri("https://api.example.com/")));

        Assert.Empty(inner.Contents);
    }

    [Fact]
    public void Of_an_answer_of_somebody_else_nothing_is_known()
    {
        using var response = new HttpResponseMessage();

        Assert.Null(response.GetTokenOutcome());
    }

    private static HttpClient Client(ITokenSource source, HttpMessageHandler inner, IList<string>? hosts = null) =>
        new(new TokenHandler(source, "realm", "key", new()
        {
            Hosts = hosts ?? ["api.example.com"],
            TrustsInnerHandler = true,
        })
        {
            InnerHandler = inner,
        });

    private sealed class Answers(params int[] statuses) : HttpMessageHandler
    {
        public List<Tracked> Contents { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage((HttpStatusCode)statuses[Contents.Count]);
            if ((int)response.StatusCode == 302) response.Headers.Location = new("/next", UriKind.Relative);
            Contents.Add(new Tracked());
            response.Content = Contents[^1];
            return Task.FromResult(response);
        }
    }

    private sealed class Tracked() : ByteArrayContent([])
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class HangsWhenReported : ITokenSource
    {
        private readonly CountedSource living = new();

        public HangingSource Hanging { get; } = new();

        public ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken) =>
            request.Invalid is null ? living.GetAsync(request, cancellationToken) : Hanging.GetAsync(request, cancellationToken);
    }

    private sealed class MovedRealm : ITokenSource
    {
        private readonly CountedSource tokens = new();

        public async ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken) =>
            await tokens.GetAsync(request, cancellationToken) with
            {
                Attach = new AttachRule { Hosts = [request.Invalid is null ? "api.example.com" : "new.example.com"] },
            };
    }
}
