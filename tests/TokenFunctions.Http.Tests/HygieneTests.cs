using TokenFunctions.Http.Tests.App;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Tests;

/// <summary>No answer of any route is kept, guessed at or tells of the inside, whatever breaks.</summary>
public sealed class HygieneTests : IAsyncLifetime
{
    private const string Marker = "inside-marker-31";

    private static readonly string[] Inside =
        [Marker, "Exception", "   at ", "System.", "TokenFunctions.", ".cs", "/src/", "FlakyTable"];

    private TestApp app = null!;

    public static TheoryData<string> Routes => [.. RouteTable.All.Select(route => $"{route.Method} {route.Template}")];

    private static readonly string[] Faults =
        [nameof(FormatException), nameof(NullReferenceException), nameof(IOException), nameof(TimeoutException)];

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync(RealmCompiler.Compile);
        await app.PostAsync("/api/realm", """{"id":"there","config":{"url":"https://a.example/","token_path":"t","expires_in_path":"e","inputs":[{"name":"n"}]}}""");
        await app.PostAsync("/api/secret", """{"realm":"there","key":"k","key_1":"v"}""");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_answers_well(string route) => AssertClean(route, await CallAsync(route, Body(route)));

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_whose_request_is_nonsense_answers_well(string route)
    {
        AssertClean(route, await CallAsync(route, "{\"\u0001\":[}"));
        AssertClean(route, await CallAsync(route + "?a=b&c", null));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_whose_inside_breaks_tells_nothing_of_it(string route)
    {
        foreach (var fault in Faults)
        {
            Break(fault);
            AssertClean(route, await CallAsync(route, Body(route)));
        }
    }

    [Fact]
    public async Task Most_routes_do_break()
    {
        Break(nameof(FormatException));
        var broken = 0;
        foreach (var route in RouteTable.All.Select(route => $"{route.Method} {route.Template}"))
            if ((await CallAsync(route, Body(route))).Status == 500) broken++;
        Assert.True(broken >= 12, $"{broken}");
    }

    [Fact]
    public async Task What_is_no_route_or_has_no_key_is_answered_as_well()
    {
        AssertClean("GET /x", await CallAsync("GET /x", null));
        AssertClean("PATCH /api/realm", await CallAsync("PATCH /api/realm", null));
        app.Http.DefaultRequestHeaders.Clear();
        foreach (var route in RouteTable.All.Where(route => !route.IsAnonymous).Select(route => $"{route.Method} {route.Template}"))
        {
            var reply = await CallAsync(route, Body(route));
            Assert.Equal(401, reply.Status);
            AssertClean(route, reply);
        }
    }

    private static void AssertClean(string route, Reply reply)
    {
        var isKept = route.EndsWith(".json", StringComparison.Ordinal) && reply.Status == 200;
        // The page is the same for everybody and holds nothing.
        var isPage = route.Contains(" /api/console", StringComparison.Ordinal) && reply.Status == 200;
        Assert.Equal(isKept ? "max-age=3600" : isPage ? "no-cache" : "no-store", reply.Header("Cache-Control"));
        Assert.Equal("nosniff", reply.Header("X-Content-Type-Options"));
        Assert.Null(reply.Header("Server"));
        Assert.Null(reply.Header("X-Powered-By"));
        if (reply.Status < 400 || reply.Body.Length == 0) return;
        Assert.Equal("application/problem+json; charset=utf-8", reply.Header("Content-Type"));
        foreach (var inside in Inside) Assert.DoesNotContain(inside, reply.All, StringComparison.Ordinal);
    }

    private void Break(string fault)
    {
        Exception exception = fault switch
        {
            nameof(NullReferenceException) => new NullReferenceException(Marker),
            nameof(IOException) => new IOException($"/source/{Marker}.cs"),
            nameof(TimeoutException) => new TimeoutException(Marker, new InvalidOperationException(Marker)),
            _ => new FormatException($"{Marker} at TokenFunctions.Storage.Rows in /src/Rows.cs:line 7"),
        };
        app.Parts.Tables.Fault = exception;
        app.Parts.Core.Answer = _ => throw exception;
        app.Parts.Front.Answer = _ => throw exception;
    }

    private static string? Body(string route) => route switch
    {
        "POST /api/realm" or "POST /api/realm-check" => """{"id":"there","config":{"url":"https://a.example/","token_path":"t","expires_in_path":"e"}}""",
        "POST /api/secret" => """{"realm":"there","key":"k","key_1":"v"}""",
        "POST /api/token" or "POST /api/cache/token" => """{"realm":"there","key":"k"}""",
        "POST /api/realm/{id}/test" => """{"key":"k","inputs":{"n":"v"}}""",
        "POST /api/realm-test" => """{"realm":{"id":"there","config":{"url":"https://a.example/","token_path":"t","expires_in_path":"e"}},"secret":{"key_1":"v"}}""",
        "POST /api/input/{realm}/{key}" => """{"n":"v"}""",
        "POST /api/import" => """{"format":1,"realms":[{"id":"there","config":{"url":"https://b.example/","token_path":"t","expires_in_path":"e"}}]}""",
        "POST /api/realm-draft" => """{"curl":"curl https://a.example/"}""",
        _ when route.StartsWith("POST", StringComparison.Ordinal) => "{}",
        _ => null,
    };

    private Task<Reply> CallAsync(string route, string? body)
    {
        var parts = route.Split(' ', 2);
        var path = parts[1].Replace("{id}", "there", StringComparison.Ordinal).Replace("{realm}", "there", StringComparison.Ordinal)
            .Replace("{key}", "k", StringComparison.Ordinal);
        if (parts[0] == "GET" && path.EndsWith("/token", StringComparison.Ordinal)) path += "?realm=there&key=k";
        if (body is null) return app.SendAsync(new HttpRequestMessage(new HttpMethod(parts[0]), path));
        return app.SendAsync(TestApp.Json(new HttpMethod(parts[0]), path, body));
    }
}
