using TokenFunctions.Http.Tests.App;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Tests;

/// <summary>The API behind a pipeline that is not its own answers as it does in an app of its own.</summary>
public sealed class HttpApiTests : IAsyncLifetime
{
    private TestApp own = null!;
    private TestApp behind = null!;

    public static IEnumerable<object[]> Routes => RouteTable.All.Select(route => (object[])[route.Method, route.Template]);

    public async Task InitializeAsync()
    {
        own = await TestApp.StartAsync(RealmCompiler.Compile);
        behind = await TestApp.StartBehindFunctionsAsync(RealmCompiler.Compile);
        foreach (var app in (TestApp[])[own, behind])
        {
            await app.PostAsync("/api/realm", """{"id":"there","config":{"url":"https://a.example/","token_path":"t","expires_in_path":"e","inputs":[{"name":"n"}]}}""");
            await app.PostAsync("/api/secret", """{"realm":"there","key":"k","key_1":"v"}""");
        }
    }

    public async Task DisposeAsync()
    {
        await own.DisposeAsync();
        await behind.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_is_served_the_same(string method, string template)
    {
        var (expected, actual) = (await CallAsync(own, method, Filled(template)), await CallAsync(behind, method, Filled(template)));

        Assert.NotEqual(401, actual.Status);
        Assert.Equal(Told(expected), Told(actual));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_asks_for_a_key_the_same(string method, string template)
    {
        own.Http.DefaultRequestHeaders.Clear();
        behind.Http.DefaultRequestHeaders.Clear();
        var (expected, actual) = (await CallAsync(own, method, Filled(template)), await CallAsync(behind, method, Filled(template)));

        var isOpen = RouteTable.All.Single(route => route.Method == method && route.Template == template).IsAnonymous;
        Assert.Equal(isOpen, actual.Status != 401);
        Assert.Equal(Told(expected), Told(actual));
    }

    [Theory]
    [InlineData("GET", "/api/no-such-route", 404)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("PATCH", "/api/realm", 405)]
    public async Task What_no_route_takes_gets_its_problem(string method, string path, int status)
    {
        var reply = await CallAsync(behind, method, path);

        Assert.Equal(status, reply.Status);
        Assert.Equal(Told(await CallAsync(own, method, path)), Told(reply));
        Assert.Equal("application/problem+json; charset=utf-8", reply.Header("Content-Type"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("X-Forwarded-Host", "elsewhere.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Prefix", "/elsewhere")]
    [InlineData("X-Original-URL", "/api/health")]
    public async Task What_a_client_says_of_its_way_changes_no_answer(string header, string value)
    {
        foreach (var path in (string[])["/api/realm/there", "/api/caller", "/api/nowhere"])
        {
            var plain = await behind.GetAsync(path);
            var said = await behind.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { header, value } } });
            Assert.Equal((plain.Status, plain.Body), (said.Status, said.Body));
        }
    }

    [Fact]
    public async Task A_part_of_the_path_is_what_the_APIs_own_route_takes_it_for() =>
        Assert.Equal("there", (await behind.GetAsync("/api/realm/there")).Text("id"));

    private static string Filled(string template) => template
        .Replace("{realm}", "there", StringComparison.Ordinal).Replace("{id}", "there", StringComparison.Ordinal)
        .Replace("{key}", "k", StringComparison.Ordinal)
        .Replace("{room}", "frame", StringComparison.Ordinal).Replace("{file}", "main.js", StringComparison.Ordinal);

    private static Task<Reply> CallAsync(TestApp app, string method, string path) => app.SendAsync(
        method == "POST" ? TestApp.Json(HttpMethod.Post, path, "{}") : new HttpRequestMessage(new HttpMethod(method), path));

    // Of an answer that is no problem not the body, which has times and ids.
    private static (int Status, string? Problem, string? Type, string? Cache) Told(Reply reply) => (
        reply.Status, reply.Status >= 400 ? reply.Body : null, reply.Header("Content-Type"), reply.Header("Cache-Control"));
}
