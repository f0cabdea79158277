using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Http.Tests.OpenApi;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Tests;

/// <summary>A check says what saving would say, and changes nothing.</summary>
public sealed class RealmCheckTests : IAsyncLifetime
{
    private const string Whole = """ "url":"https://a.example/t","token_path":"t","response":{"default_ttl_sec":60} """;

    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync(RealmCompiler.Compile);
        await app.PostAsync("/api/realm", $$$"""{"id":"parent","config":{ {{{Whole}}} }}""");
        await app.PostAsync("/api/realm", $$$"""{"id":"child","config":{ {{{Whole}}},"uses":[{"as":"p","realm":"parent","key":"main"}],"arguments":[{"name":"a","place":"header","value":"${uses.p}"}]}}""");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public static TheoryData<string, string> Faulty => new()
    {
        { """{"id":"r","config":{}}""", "/config/url" },
        { $$$"""{"id":"r","config":{ {{{Whole}}},"method":"PATCH","n":1}}""", "/config/method" },
        { """{"id":"r","preset":"wecom-ap"}""", "/preset" },
        { """{"id":"r","logic_code":"ftp://a.example/x"}""", "/logic_code" },
        { $$$"""{"id":"parent","config":{ {{{Whole}}},"uses":[{"as":"c","realm":"child","key":"main"}],"arguments":[{"name":"a","place":"header","value":"${uses.c}"}]}}""", "/config/uses/0/realm" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task The_faults_are_those_of_saving(string realm, string pointer)
    {
        var before = await RowsAsync();
        var saved = await app.PostAsync("/api/realm", realm);
        var check = await app.PostAsync("/api/realm-check", realm);

        Assert.Equal((400, "invalid_config", 200), (saved.Status, saved.Code, check.Status));
        Assert.False(check.Json.GetProperty("valid").GetBoolean());
        Assert.Equal(saved.Json.GetProperty("errors").GetRawText(), check.Json.GetProperty("errors").GetRawText());
        Assert.Contains(pointer, check.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()));
        Assert.Equal(0, check.Json.GetProperty("warnings").GetArrayLength());
        Assert.Equal(before, await RowsAsync());
    }

    [Theory]
    [InlineData("""{"id":"new","preset":"wecom-app"}""")]
    [InlineData("""{"id":"parent","preset":"wecom-app","comment":null}""")]
    [InlineData("""{"id":"new","logic_code":"https://a.example/x"}""")]
    public async Task What_could_be_saved_is_valid_and_nothing_is_stored(string realm)
    {
        var before = await RowsAsync();

        var check = await app.PostAsync("/api/realm-check", realm);

        Assert.Equal((200, """{"valid":true,"errors":[],"warnings":[]}"""), (check.Status, check.Body));
        Assert.Equal(before, await RowsAsync());
        Assert.True((await app.PostAsync("/api/realm", realm)).Status is 200 or 201);
    }

    [Fact]
    public async Task The_warnings_are_those_of_saving()
    {
        var realm = $$$"""{"id":"new","config":{ {{{Whole}}},"arguments":[{"name":"client_secret","place":"body","value":"hunter2"}],"method":"POST"}}""";
        var check = await app.PostAsync("/api/realm-check", realm);
        var saved = await app.PostAsync("/api/realm", realm);

        Assert.True(check.Json.GetProperty("valid").GetBoolean());
        Assert.Equal("/config/arguments/0/value", check.Json.GetProperty("warnings")[0].GetProperty("pointer").GetString());
        Assert.Equal(saved.Json.GetProperty("warnings").GetRawText(), check.Json.GetProperty("warnings").GetRawText());
        Assert.DoesNotContain("hunter2", check.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("child", "elsewhere/*", 403)]
    [InlineData("child", "parent/other", 403)]
    [InlineData("child", "parent/main", 200)]
    [InlineData("parent", "parent/*", 403)]
    [InlineData("nobody-made-it", "parent/*", 403)]
    public async Task Whoever_may_not_save_it_may_not_have_it_checked(string id, string reads, int status)
    {
        var author = await AddAsync("child/*", reads);
        var realm = $$$"""{"id":"{{{id}}}","config":{ {{{Whole}}},"uses":[{"as":"p","realm":"parent","key":"main"}],"arguments":[{"name":"a","place":"header","value":"${uses.p}"}]}}""";

        var check = await SendAsync(author, "/api/realm-check", realm);
        var saved = await SendAsync(author, "/api/realm", realm);

        Assert.Equal((status, status), (check.Status, saved.Status));
        Assert.Equal(saved.Code, check.Code);
        if (status == 403) Assert.Equal(saved.Text("detail"), check.Text("detail"));
    }

    [Fact]
    public async Task A_faulty_realm_of_somebody_else_is_refused_and_not_judged()
    {
        var check = await SendAsync(await AddAsync("child/*", "parent/*"), "/api/realm-check", """{"id":"parent","config":{}}""");
        Assert.Equal((403, "forbidden"), (check.Status, check.Code));
        Assert.False(check.Json.TryGetProperty("errors", out _));
    }

    private Task<IReadOnlyList<string>> RowsAsync() => app.Parts.Tables.ListAsync("realms");

    private Task<string> AddAsync(string admin, string reads)
    {
        return app.Parts.Callers.AddAsync(new Caller("author") { Allow = [Rule(admin, Verb.Admin), Rule(reads, Verb.Read)] });

        static CallerRule Rule(string place, Verb verb) =>
            new(NamePattern.Parse(place.Split('/')[0])!, NamePattern.Parse(place.Split('/')[1])!, [verb]);
    }

    private async Task<Reply> SendAsync(string key, string path, string body)
    {
        using var http = new HttpClient(new ContractHandler(new SocketsHttpHandler())) { BaseAddress = app.Http.BaseAddress };
        http.DefaultRequestHeaders.Add("x-api-key", key);
        using var response = await http.SendAsync(TestApp.Json(HttpMethod.Post, path, body));
        return await Reply.ReadAsync(response);
    }
}
