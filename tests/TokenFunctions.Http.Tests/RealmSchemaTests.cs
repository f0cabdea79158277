using System.Net.Http.Headers;
using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests;

/// <summary>The JSON Schema that editors are pointed at.</summary>
public sealed class RealmSchemaTests : IAsyncLifetime
{
    private const string Path = "/api/realm-schema.json";
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task It_is_a_JSON_Schema_that_may_be_kept_for_an_hour()
    {
        var reply = await app.GetAsync(Path);

        Assert.Equal(200, reply.Status);
        Assert.Equal("application/schema+json", reply.Header("Content-Type"));
        Assert.Equal("max-age=3600", reply.Header("Cache-Control"));
        Assert.Equal("nosniff", reply.Header("X-Content-Type-Options"));
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", reply.Text("$schema"));
        Assert.True(reply.Json.GetProperty("$defs").TryGetProperty("config", out _));
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so()
    {
        var tag = (await app.GetAsync(Path)).Header("ETag");
        var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(tag!));
        var reply = await app.SendAsync(request);

        Assert.Equal((304, ""), (reply.Status, reply.Body));
        Assert.Equal((tag, "max-age=3600"), (reply.Header("ETag"), reply.Header("Cache-Control")));
    }

    [Fact]
    public async Task It_needs_the_key_as_every_route_does_and_takes_no_query()
    {
        app.Http.DefaultRequestHeaders.Remove("x-api-key");
        Assert.Equal(401, (await app.GetAsync(Path)).Status);
        app.Http.DefaultRequestHeaders.Add("x-api-key", TestApp.AdminKey);
        var reply = await app.GetAsync(Path + "?v=1");

        Assert.Equal((400, "no-store"), (reply.Status, reply.Header("Cache-Control")));
    }
}
