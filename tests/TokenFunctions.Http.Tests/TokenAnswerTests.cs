using System.Text.Json;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests;

public sealed class TokenAnswerTests : IAsyncLifetime
{
    private const string Path = "/api/token?realm=r&key=k";
    private const string Tag = "\"1800000001-1809175800007\"";
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync();
        app.Parts.Core.Answer = request => TokenResult.Of(Samples.Token(request.Key)) with { Origin = TokenOrigin.Upstream };
        app.Parts.Front.Answer = request => TokenResult.Of(Samples.Token(request.Key)) with { Origin = TokenOrigin.Cache };
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_answer_holds_the_token_and_all_about_it()
    {
        app.Parts.Core.Answer = request => TokenResult.Of(Samples.Token(request.Key) with
        {
            Type = "MAC",
            Extra = new Dictionary<string, JsonElement> { ["instance_url"] = Samples.Json("https://eu.example") },
        }) with
        {
            Origin = TokenOrigin.Database,
            RevalidateAfter = TimeSpan.FromSeconds(60),
            DueAt = Samples.Noon.AddMinutes(40),
            DeadAt = Samples.Noon.AddMinutes(49).AddMilliseconds(7),
        };
        var reply = await app.GetAsync(Path);
        Assert.Equal(200, reply.Status);
        Assert.Equal(
            """
            {"token":"***","expires_in":3000007,"source":"database","token_type":"MAC","expires_at":"2027-05-01T12:50:00.007Z","generation":1800000001,"revalidate_after":60000,"due_in":2400000,"dead_in":2940007,"extra":{"instance_url":"https://eu.example"}}
            """,
            reply.Body);
        Assert.Equal(Tag, reply.Header("ETag"));
        Assert.Equal("no-store", reply.Header("Cache-Control"));
        Assert.Equal("nosniff", reply.Header("X-Content-Type-Options"));
        Assert.Equal("application/json; charset=utf-8", reply.Header("Content-Type"));
        Assert.Null(reply.Header("Server"));
    }

    [Theory]
    [InlineData("GET", "/api/token", "upstream")]
    [InlineData("POST", "/api/token", "upstream")]
    [InlineData("GET", "/api/cache/token", "cache")]
    [InlineData("POST", "/api/cache/token", "cache")]
    public async Task Each_route_asks_its_own_source(string method, string path, string source)
    {
        var reply = await app.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"{path}?realm=r&key=k"));
        Assert.Equal((200, source), (reply.Status, reply.Text("source")));
        Assert.Equal("no-store", reply.Header("Cache-Control"));
    }

    [Fact]
    public async Task A_token_without_an_end_says_so_by_null()
    {
        app.Parts.Core.Answer = request => TokenResult.Of(Samples.Token(request.Key) with { ExpiresAt = null });
        Assert.Contains("\"expires_in\":null", (await app.GetAsync(Path)).Body);
        Assert.Contains("\"expires_at\":null", (await app.GetAsync(Path)).Body);
    }

    [Fact]
    public async Task A_token_that_is_never_due_and_never_dead_says_so_by_null() =>
        Assert.Contains("\"due_in\":null,\"dead_in\":null", (await app.GetAsync(Path)).Body);

    [Fact]
    public async Task A_due_token_is_due_now_and_not_before()
    {
        app.Parts.Core.Answer = request => TokenResult.Of(Samples.Token(request.Key)) with { DueAt = Samples.Noon.AddMinutes(-5) };
        Assert.Contains("\"due_in\":0,", (await app.GetAsync(Path)).Body);
    }

    [Fact]
    public async Task A_failed_renewal_shows_beside_the_living_token()
    {
        app.Parts.Core.Answer = request => TokenResult.Of(Samples.Token(request.Key)) with
        {
            RenewalFailed = new TokenFailure(FailureKind.Quota, "Used up.") { At = Samples.Noon },
        };
        Assert.Contains("\"renewal_failed\":{\"code\":\"upstream_quota\",\"at\":\"2027-05-01T12:00:00Z\"}", (await app.GetAsync(Path)).Body);
    }

    [Fact]
    public async Task A_token_from_memory_while_the_store_is_down_says_so_and_no_other_does()
    {
        Assert.DoesNotContain("stale", (await app.GetAsync(Path)).Body);
        app.Parts.Core.Answer = request => TokenResult.Of(Samples.Token(request.Key)) with { IsStale = true };
        Assert.Contains("\"extra\":{},\"stale\":true}", (await app.GetAsync(Path)).Body);
    }

    [Theory]
    [InlineData("GET", "?realm=r&key=k&flush=1&min_ttl=60&invalid=7&code=host", "")]
    [InlineData("POST", "", """{"realm":"r","key":"k","flush":true,"min_ttl":60,"invalid":7}""")]
    [InlineData("GET", "?realm=r&flush=true&code=a&code=b", """{"key":"k","min_ttl":60,"invalid":7}""")]
    [InlineData("POST", "?realm=r&min_ttl=60", """{"realm":"r","key":"k","flush":true,"min_ttl":60,"invalid":7}""")]
    public async Task What_is_demanded_comes_from_query_and_body(string method, string query, string body)
    {
        var request = TestApp.Json(new HttpMethod(method), "/api/token" + query, body);
        if (body.Length == 0) request.Content = null;
        Assert.Equal(200, (await app.SendAsync(request)).Status);
        var wanted = new TokenRequest(new TokenKey("r", "k")) { Flush = true, MinTtl = TimeSpan.FromMinutes(1), Invalid = 7 };
        Assert.Equal(wanted, Assert.Single(app.Parts.Core.Asked));
    }

    [Theory]
    [InlineData(Tag, 304)]
    [InlineData("W/" + Tag, 304)]
    [InlineData("\"1\", " + Tag, 304)]
    [InlineData("*", 304)]
    [InlineData("\"1800000001\"", 200)]
    [InlineData("\"1800000000-1809175800007\"", 200)]
    [InlineData("\"other\"", 200)]
    public async Task A_token_that_the_caller_has_is_not_sent_again(string known, int status)
    {
        var reply = await AskAsync(Path, known);
        Assert.Equal((status, Tag, "no-store"), (reply.Status, reply.Header("ETag"), reply.Header("Cache-Control")));
        Assert.Equal(status == 304, reply.Body.Length == 0);
    }

    [Fact]
    public async Task A_token_of_which_there_is_more_to_say_is_sent_again()
    {
        app.Parts.Core.Answer = request => TokenResult.Of(Samples.Token(request.Key)) with { IsStale = true };
        Assert.True((await AskAsync(Path, Tag)).Json.GetProperty("stale").GetBoolean());
        var failure = new TokenFailure(FailureKind.Quota, "Used up.");
        app.Parts.Core.Answer = request => TokenResult.Of(Samples.Token(request.Key)) with { RenewalFailed = failure };
        Assert.Equal(200, (await AskAsync(Path, Tag)).Status);
    }

    [Fact]
    public async Task Who_is_told_how_to_use_it_is_told_again_when_that_has_changed()
    {
        const string WithAttach = Path + "&attach=true";
        var due = Samples.Noon.AddMinutes(3);
        app.Parts.Core.Answer = request => TokenResult.Of(Samples.Token(request.Key)) with { DueAt = due };
        await SaveAsync("a.example.com");
        var first = await AskAsync(WithAttach, Tag);
        Assert.Equal((200, 304), (first.Status, (await AskAsync(WithAttach, first.Header("ETag")!)).Status));

        await SaveAsync("b.example.com");
        var second = await AskAsync(WithAttach, first.Header("ETag")!);
        Assert.Equal(200, second.Status);
        due = due.AddMinutes(1);
        Assert.Equal(200, (await AskAsync(WithAttach, second.Header("ETag")!)).Status);

        async Task SaveAsync(string host) => Assert.InRange(
            (await app.SendAsync(TestApp.Json(HttpMethod.Post, "/api/realm", $$"""
                {"id":"r","config":{"url":"https://p.example/","token_path":"t","attach":{"hosts":["{{host}}"]} } }
                """))).Status,
            200,
            201);
    }

    [Fact]
    public async Task A_token_whose_end_came_nearer_is_sent_again()
    {
        app.Parts.Core.Answer = request =>
            TokenResult.Of(Samples.Token(request.Key) with { ExpiresAt = Samples.Noon.AddMinutes(5) });
        var reply = await AskAsync(Path, Tag);
        Assert.Equal((200, "2027-05-01T12:05:00Z"), (reply.Status, reply.Text("expires_at")));
        Assert.Equal(304, (await AskAsync(Path, reply.Header("ETag")!)).Status);
    }

    [Fact]
    public async Task A_token_without_an_end_has_a_tag_too()
    {
        app.Parts.Core.Answer = request => TokenResult.Of(Samples.Token(request.Key) with { ExpiresAt = null });
        Assert.Equal(200, (await AskAsync(Path, Tag)).Status);
        Assert.Equal(304, (await AskAsync(Path, "\"1800000001\"")).Status);
    }

    [Fact]
    public async Task A_reported_generation_is_passed_on_with_a_condition_too()
    {
        Assert.Equal(304, (await AskAsync(Path + "&invalid=1800000000", Tag)).Status);
        Assert.Equal(1_800_000_000, Assert.Single(app.Parts.Core.Asked).Invalid);
    }

    [Fact]
    public async Task Quotes_and_control_characters_are_escaped_and_nothing_else()
    {
        const string Odd = "it's <b>&é\u2028 \"q\" \\ \n\u0001";
        app.Parts.Core.Answer = request => TokenResult.Of(Samples.Token(request.Key) with
        {
            Extra = new Dictionary<string, JsonElement> { ["odd"] = Samples.Json(Odd) },
        });
        var reply = await app.GetAsync(Path);
        Assert.Contains("""{"odd":"it's <b>&é\u2028 \"q\" \\ \n\u0001"}""", reply.Body);
        Assert.Equal(Odd, reply.Json.GetProperty("extra").GetProperty("odd").GetString());
    }

    [Fact]
    public async Task The_sentences_of_problems_are_readable_as_they_come() =>
        Assert.Contains("'realm' is required", (await app.GetAsync("/api/token")).Body);

    [Fact]
    public async Task How_to_attach_it_is_told_when_asked_for()
    {
        await app.PostAsync("/api/realm", """{"id":"r","config":{"url":"u"}}""");
        Assert.DoesNotContain("attach", (await app.GetAsync(Path)).Body);
        Assert.EndsWith(
            """
            "attach":{"place":"header","name":"X-Token","prefix":"","hosts":["api.example.com"],"dead":[{"status":[401],"code":["40001","x"]},{"status":[403]}],"code_path":["errcode"]}}
            """.Trim(),
            (await app.GetAsync(Path + "&attach=true")).Body);
        Assert.EndsWith("\"attach\":null}", (await app.GetAsync("/api/token?realm=gone&key=k&attach=1")).Body);
    }

    [Fact]
    public async Task A_body_may_begin_with_a_byte_order_mark_and_name_its_charset()
    {
        var request = TestApp.Json(HttpMethod.Post, "/api/token", "\uFEFF{\"realm\":\"r\",\"key\":\"k\"}");
        request.Content!.Headers.ContentType!.CharSet = "\"UTF-8\"";
        Assert.Equal(200, (await app.SendAsync(request)).Status);
    }

    private Task<Reply> AskAsync(string path, string known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return app.SendAsync(request);
    }
}
