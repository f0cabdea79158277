using System.IO.Compression;
using System.Net;
using System.Text;
using TokenFunctions.App.Tests.Functions.Wire;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Functions;

/// <summary>Requests in the shapes that the host gives them.</summary>
[Collection("single apps")]
public sealed class HostShapesTests : IDisposable
{
    private const string Realm = """{"id":"shaped","preset":"digitalocean-static"}""";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(HostMode.Forwarding, "invalid_name")]
    [InlineData(HostMode.Proxying, "repeated_parameter")]
    public async Task A_parameter_that_came_twice_is_never_taken_for_one_of_both(HostMode mode, string code)
    {
        await using var app = await HostedApp.StartAsync(folder);

        var answer = await app.SendAsync(ClientRequest.Get("/api/token?realm=one&realm=two&key=k"), mode);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(HostMode.Forwarding)]
    [InlineData(HostMode.Proxying)]
    public async Task A_slash_in_a_name_is_no_step_of_the_path(HostMode mode)
    {
        await using var app = await HostedApp.StartAsync(folder);

        foreach (var name in (string[])["a%2Fb", "a%252Fb", "..%2F..%2FPreRefresh", "%252e%252e"])
        {
            var answer = await app.SendAsync(ClientRequest.Get($"/api/realm/{name}"), mode);
            Assert.True(answer.Code is "invalid_name" or "unknown_realm" or "not_found", $"{name}: {answer.Api}");
        }
    }

    [Fact]
    public async Task A_body_without_a_length_arrives_where_the_host_is_a_proxy()
    {
        await using var app = await HostedApp.StartAsync(folder);
        var chunked = ClientRequest.Post("/api/realm", Realm) with { IsChunked = true };

        Assert.Equal(HttpStatusCode.InternalServerError, (await app.SendAsync(chunked, HostMode.Forwarding)).Status);
        Assert.Equal(HttpStatusCode.Created, (await app.SendAsync(chunked, HostMode.Proxying)).Status);
    }

    [Theory]
    [InlineData(HostMode.Forwarding, HttpStatusCode.BadRequest)]
    [InlineData(HostMode.Proxying, HttpStatusCode.UnsupportedMediaType)]
    public async Task A_compressed_body_is_refused_also_when_nothing_says_that_it_is_one(HostMode mode, HttpStatusCode status)
    {
        await using var app = await HostedApp.StartAsync(folder);
        using var zipped = new MemoryStream();
        await using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest)) await gzip.WriteAsync(Encoding.UTF8.GetBytes(Realm));
        var request = new ClientRequest("POST", "/api/realm") { Body = zipped.ToArray() }.With("Content-Encoding", "gzip");

        Assert.Equal(status, (await app.SendAsync(request, mode)).Status);
    }

    [Theory]
    [InlineData(HostMode.Forwarding)]
    [InlineData(HostMode.Proxying)]
    public async Task Headers_that_the_host_sets_adds_to_or_leaves_change_nothing(HostMode mode)
    {
        await using var app = await HostedApp.StartAsync(folder);
        var request = ClientRequest.Get("/api/realm?keyword=a%20b%2Bc&code=not-the-key")
            .With("Host", "other.example.com").With("User-Agent", "curl/8.0").With("X-Azure-Functions-InvocationId", "spoofed")
            .With("X-Forwarded-For", "203.0.113.7").With("X-Forwarded-Host", "evil.example.com").With("Accept", "a/b").With("Accept", "c/d");

        var answer = await app.SendAsync(request, mode);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync(ClientRequest.Get("/API/VERSION"), mode)).Status);
    }

    [Theory]
    [InlineData(HostMode.Forwarding)]
    [InlineData(HostMode.Proxying)]
    public async Task A_GET_may_have_a_body(HostMode mode)
    {
        await using var app = await HostedApp.StartAsync(folder);
        Assert.Equal(HttpStatusCode.Created, (await app.SendAsync(ClientRequest.Post("/api/realm", Realm), mode)).Status);
        var secret = Processes.App.Evidence.Plant("secret");
        var body = $$"""{"realm":"shaped","key":"main","fields":{"api_token":"{{secret}}"} }""";
        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync(ClientRequest.Post("/api/secret", body), mode)).Status);

        var asked = ClientRequest.Post("/api/cache/token", """{"realm":"shaped","key":"main"}""") with { Method = "GET" };

        Assert.Equal(secret, (await app.SendAsync(asked, mode)).Api.Token);
    }
}
