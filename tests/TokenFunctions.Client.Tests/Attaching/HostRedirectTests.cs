using TokenFunctions.Client.Attaching;
using TokenFunctions.Client.Tests.Attaching.Doubles;

namespace TokenFunctions.Client.Tests.Attaching;

/// <summary>A redirect brings the token to no listener that is not named.</summary>
public sealed class HostRedirectTests : TwoListeners
{
    private const string Planted = "planted-t1+/=";

    public static TheoryData<string, string> Places => new()
    {
        { "header", "Authorization" }, { "header", "X-Token" }, { "query", "access_token" }, { "cookie", "sid" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_redirect_to_another_host_goes_without_the_token(string place, string name)
    {
        Answer = ApiAnswer.To(302, new Uri(Other.Address, "/b?c=d").ToString());
        using var client = Client(place, name);
        client.DefaultRequestHeaders.Add("X-Own", "kept");

        using var response = await client.GetAsync("/a");

        Assert.Equal("other", await response.Content.ReadAsStringAsync());
        Assert.Equal("GET /b?c=d", Assert.Single(Other.Lines));
        Assert.Equal("kept", Other.Requests[0].Header("X-Own"));
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
        Answer = ApiAnswer.To(307, new Uri(Other.Address, location).AbsoluteUri);
        using var client = Client("query", "access_token");

        using var response = await client.GetAsync("/a");

        Assert.Equal(arrivals, Other.Requests.Count);
        Assert.Equal(arrivals == 0 ? 307 : 200, (int)response.StatusCode);
        AssertOthersKnowNothing();
    }

    [Fact]
    public async Task What_the_caller_said_to_the_first_host_is_not_said_to_the_next()
    {
        Answer = ApiAnswer.To(307, Other.Address.ToString());
        using var client = Clients.For(Named, new CountedSource(), options => options.Attach = new() { Name = "X-Token", Prefix = "" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/a");
        request.Headers.Authorization = new("Basic", "x");
        request.Headers.Add("Cookie", "own=x");
        request.Headers.Add("X-Token", "own");
        request.Headers.Host = $"127.0.0.1:{Named.Address.Port}";
        request.Headers.Referrer = new("http://127.0.0.1/x");

        using var response = await client.SendAsync(request);

        Assert.Equal(["GET /"], Other.Lines);
        Assert.Equal($"127.0.0.1:{Other.Address.Port}", Other.Requests[0].Header("Host"));
        Assert.Equal("", Other.Requests[0].Header("Referer"));
    }

    [Fact]
    public async Task Another_host_cannot_lead_back_to_the_named_one()
    {
        await using var back = await ApiDouble.StartAsync(ApiAnswer.To(307, new Uri(Named.Address, "/delete").ToString()));
        Answer = ApiAnswer.To(307, back.Address.ToString());
        using var client = Clients.For(Named, new CountedSource());

        using var response = await client.GetAsync("/a");

        Assert.Equal(307, (int)response.StatusCode);
        Assert.Equal(["GET /a Bearer t1"], Named.Lines);
        Assert.Equal(["GET /"], back.Lines);
    }

    [Fact]
    public async Task A_refusal_by_another_host_is_not_one_of_the_token()
    {
        await using var refusing = await ApiDouble.StartAsync(new ApiAnswer(401));
        Answer = ApiAnswer.To(307, refusing.Address.ToString());
        var source = new CountedSource();
        using var client = Clients.For(Named, source);

        using var response = await client.GetAsync("/a");

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Empty(source.Reports);
        Assert.False(response.GetTokenOutcome()!.IsRefused);
    }

    private HttpClient Client(string place, string name) => Clients.For(
        Named,
        new CountedSource { Value = _ => Planted },
        options => options.Attach = new() { Place = place, Name = name, Prefix = "" });

    private void AssertOthersKnowNothing()
    {
        Assert.NotEmpty(Named.Requests);
        Assert.All(Other.Requests, request => Assert.DoesNotContain(
            "planted", Uri.UnescapeDataString(request.Text), StringComparison.OrdinalIgnoreCase));
    }
}
