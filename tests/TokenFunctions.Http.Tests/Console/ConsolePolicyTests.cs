using TokenFunctions.Http.Access;
using TokenFunctions.Http.Console;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Http.Tests.Fronts;

namespace TokenFunctions.Http.Tests.Console;

/// <summary>What a browser is told that it may do with each answer of the console.</summary>
public sealed class ConsolePolicyTests
{
    private const string Rules =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none';"
        + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Content-Security-Policy", Rules), ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Content-Type-Options", "nosniff"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ];

    [Theory]
    [InlineData("/api/console", 200)]
    [InlineData("/api/console/", 308)]
    [InlineData("/api/console/words/en.json", 200)]
    [InlineData("/api/console/words/none.json", 404)]
    public async Task Each_answer_has_the_whole_policy(string path, int status)
    {
        await using var app = await TestApp.StartAsync();
        app.Http.DefaultRequestHeaders.Clear();
        var reply = await app.GetAsync(path);
        Assert.Equal(status, reply.Status);
        AssertKept(reply);
        if (reply.Header("ETag") is not { } tag) return;
        var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.TryAddWithoutValidation("If-None-Match", tag);
        var known = await app.SendAsync(again);
        Assert.Equal(304, known.Status);
        AssertKept(known);
        AssertKept(await app.SendAsync(new HttpRequestMessage(HttpMethod.Head, path)));
    }

    [Fact]
    public async Task So_has_what_is_answered_where_the_console_is_off()
    {
        await using var off = await TestApp.StartAsync(parts => parts.Console = new ConsoleSwitch(IsOn: false));
        AssertKept(await off.GetAsync("/api/console"));
        AssertKept(await off.GetAsync("/api/console/words/en.json"));
    }

    [Fact]
    public async Task Answers_with_data_are_for_no_page_of_another_site()
    {
        await using var app = await TestApp.StartAsync();
        var reply = await app.GetAsync("/api/whoami");
        Assert.Null(reply.Header("Access-Control-Allow-Origin"));
        Assert.Equal("no-store", reply.Header("Cache-Control"));
    }

    [Theory]
    [InlineData("/api/console")]
    [InlineData("/api/console/words/en.json")]
    public async Task A_front_says_without_a_key_that_the_console_is_the_cores(string path)
    {
        await using var front = await FrontApp.StartAsync(new AccessRules());
        var reply = await front.AskAsync(path: path);
        Assert.Equal((404, "core_only"), (reply.Status, reply.Code));
    }

    private static void AssertKept(Reply reply) =>
        Assert.All(Headers, header => Assert.Equal(header.Value, reply.Header(header.Name)));
}
