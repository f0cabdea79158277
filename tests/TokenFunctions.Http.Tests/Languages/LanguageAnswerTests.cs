using System.Text.Json;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Languages;

/// <summary>Answers in the language that the sender reads.</summary>
public sealed class LanguageAnswerTests : IAsyncLifetime
{
    private const string Curl = """{"curl":"curl https://api.weixin.qq.com/cgi-bin/token?grant_type=client_credential&appid=wx1&secret=hid-secret"}""";
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync(RealmCompiler.Compile);

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_problem_is_told_in_Chinese_and_programs_see_no_difference()
    {
        var (english, chinese) = await BothAsync(HttpMethod.Get, "/api/realm/nope");

        Assert.Equal(("There is no such realm.", "Not Found"), (english.Text("detail"), english.Text("title")));
        Assert.Equal(("没有这个领域。", "未找到"), (chinese.Text("detail"), chinese.Text("title")));
        Assert.Equal("请用 POST /api/realm 创建该领域，或改正其名称；GET /api/realm 会列出领域。", chinese.Text("what_to_do"));
        Assert.Equal((english.Status, english.Code, english.Field), (chinese.Status, chinese.Code, chinese.Field));
        AssertTold(english, "en");
        AssertTold(chinese, "zh-CN");
    }

    [Fact]
    public async Task Every_fault_of_a_config_is_told_in_Chinese()
    {
        const string realm = """{"id":"r","config":{"url":"ftp://a.example/","method":"PATCH","token_path":7}}""";
        var (english, chinese) = await BothAsync(HttpMethod.Post, "/api/realm", realm);

        Assert.Equal(Pointers(english), Pointers(chinese));
        Assert.Contains("`/config/method` 是 `PATCH`；请使用 GET、POST 或 PUT。", Messages(chinese, "errors"));
        Assert.Contains("`/config/token_path` 是数字；请使用路径或路径列表。", Messages(chinese, "errors"));
    }

    [Fact]
    public async Task A_warning_is_told_in_Chinese()
    {
        const string realm = """{"id":"r","config":{"url":"https://a.example/","token_path":"t","expires_in_path":"e","arguments":[{"name":"client_secret","place":"body","value":"abc"}],"method":"POST"}}""";
        var (_, chinese) = await BothAsync(HttpMethod.Post, "/api/realm", realm);

        Assert.Equal("`/config/arguments/0/value` 似乎含有凭证，会原样保存和显示；请把它放进凭据的字段，并写成 `$field`。", Assert.Single(Messages(chinese, "warnings")));
        AssertTold(chinese, "zh-CN");
    }

    [Fact]
    public async Task A_failure_that_is_stored_in_English_is_shown_in_Chinese()
    {
        await StoreAsync();
        await app.Parts.Tokens.TrySaveAsync(await FailedAsync(), CancellationToken.None);

        foreach (var path in new[] { "/api/status/r/k", "/api/status" })
        {
            var (english, chinese) = await BothAsync(HttpMethod.Get, path);
            var failure = (path.EndsWith('k') ? chinese.Json : chinese.Json.GetProperty("data").GetProperty("list")[0]).GetProperty("failure");

            Assert.Equal("步骤 `login`：提供方响应 `40013`（HTTP 401）：它拒绝了凭证；请检查凭据的字段。", failure.GetProperty("detail").GetString());
            Assert.Equal("请把正确的凭证发送到 POST /api/secret；下次请求时即会尝试。", failure.GetProperty("what_to_do").GetString());
            Assert.Equal(("upstream_bad_credentials", "invalid appid"), (failure.GetProperty("code").GetString(), failure.GetProperty("upstream_message").GetString()));
            AssertTold(english, "en");
            AssertTold(chinese, "zh-CN");
        }
    }

    [Fact]
    public async Task A_failed_trial_is_told_in_Chinese()
    {
        await StoreAsync();
        app.Parts.Provider.Next("{}", 503);
        var chinese = await SendAsync(HttpMethod.Post, "/api/realm/r/test", """{"key":"k"}""", "zh");

        var failure = chinese.Json.GetProperty("failure");
        Assert.Equal("提供方响应 HTTP 503，这类故障多半会自行消失。", failure.GetProperty("detail").GetString());
        Assert.Equal("无需处理，除非持续如此：续期会自动重试。", failure.GetProperty("what_to_do").GetString());
        AssertTold(chinese, "zh-CN");
    }

    [Fact]
    public async Task What_a_draft_is_unsure_of_is_told_in_Chinese()
    {
        var (english, chinese) = await BothAsync(HttpMethod.Post, "/api/realm-draft", Curl);

        Assert.Contains("这一行看不出 API 要怎样携带令牌；先假定为 `Authorization: Bearer`，见 `attach`。", chinese.Json.GetProperty("unsure").EnumerateArray().Select(t => t.GetString()));
        Assert.Equal("查询参数 `secret`", Secret(chinese).Last().GetProperty("from").GetString());
        Assert.Equal(english.Json.GetProperty("realm").GetRawText(), chinese.Json.GetProperty("realm").GetRawText());
        var preset = chinese.Json.GetProperty("preset");
        Assert.NotEqual(english.Json.GetProperty("preset").GetProperty("title").GetString(), preset.GetProperty("title").GetString());
        Assert.StartsWith("地址与此预设相似：主机 `api.weixin.qq.com`，路径 ", preset.GetProperty("why").GetString());
        Assert.DoesNotContain("hid-secret", chinese.All);
    }

    [Fact]
    public async Task Presets_are_named_in_Chinese_and_found_by_either_name()
    {
        var (english, chinese) = await BothAsync(HttpMethod.Get, "/api/preset?keyword=wechat-official-account&pageSize=1");
        var title = List(chinese).Single().GetProperty("title").GetString()!;
        var found = await SendAsync(HttpMethod.Get, $"/api/preset?keyword={Uri.EscapeDataString(title)}", null, "zh-CN");
        var whole = await SendAsync(HttpMethod.Get, "/api/preset/wechat-official-account", null, "zh-CN");
        var plain = await app.GetAsync("/api/preset/wechat-official-account");

        Assert.NotEqual(List(english).Single().GetProperty("title").GetString(), title);
        Assert.Equal("wechat-official-account", List(found).Single().GetProperty("id").GetString());
        Assert.Equal(title, whole.Text("title"));
        Assert.Equal(Secret(List(chinese).Single()).Select(Label), Secret(whole).Select(Label));
        Assert.NotEqual(Secret(plain).Select(Label), Secret(whole).Select(Label));
        Assert.Equal(plain.Json.GetProperty("config").GetRawText(), whole.Json.GetProperty("config").GetRawText());
        Assert.Equal(plain.Json.EnumerateObject().Select(m => m.Name), whole.Json.EnumerateObject().Select(m => m.Name));
        AssertTold(whole, "zh-CN");
    }

    [Fact]
    public async Task An_answer_without_texts_for_people_is_the_same_for_all()
    {
        await StoreAsync();
        app.Parts.Core.Answer = request => TokenResult.Of(Samples.Token(request.Key));
        foreach (var path in new[] { "/api/token?realm=r&key=k", "/api/realm/r", "/api/secret", "/api/version", "/api/openapi.json" })
        {
            var (english, chinese) = await BothAsync(HttpMethod.Get, path);
            Assert.Equal((200, english.Body), (chinese.Status, chinese.Body));
            Assert.Equal((null, null), (chinese.Header("Vary"), chinese.Header("Content-Language")));
        }
    }

    [Theory]
    [MemberData(nameof(MarkerTests.Requests), MemberType = typeof(MarkerTests))]
    public async Task No_place_of_a_text_holds_a_secret(string method, string path, string body)
    {
        await StoreAsync();
        var reply = await SendAsync(new HttpMethod(method), path, body.Length == 0 ? null : body, "zh-CN");
        Assert.DoesNotContain("value-marker-1c", reply.All);
    }

    private static void AssertTold(Reply reply, string tag) =>
        Assert.Equal((tag, "Accept-Language"), (reply.Header("Content-Language"), reply.Header("Vary")));

    private static IEnumerable<string?> Pointers(Reply reply) =>
        reply.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString());

    private static IEnumerable<string?> Messages(Reply reply, string list) =>
        reply.Json.GetProperty(list).EnumerateArray().Select(error => error.GetProperty("message").GetString());

    private static JsonElement[] List(Reply reply) => [.. reply.Json.GetProperty("data").GetProperty("list").EnumerateArray()];

    private static JsonElement[] Secret(Reply reply) => Secret(reply.Json);

    private static JsonElement[] Secret(JsonElement json) => [.. json.GetProperty("secret").EnumerateArray()];

    private static string? Label(JsonElement field) => field.GetProperty("label").GetString();

    private async Task<(Reply English, Reply Chinese)> BothAsync(HttpMethod method, string path, string? body = null) =>
        (await SendAsync(method, path, body, "en-US,en;q=0.9,zh;q=0.5"), await SendAsync(method, path, body, "zh-CN,zh;q=0.9,en;q=0.8"));

    private async Task<Reply> SendAsync(HttpMethod method, string path, string? body, string language)
    {
        var request = body is null ? new HttpRequestMessage(method, path) : TestApp.Json(method, path, body);
        request.Headers.Add("Accept-Language", language);
        return await app.SendAsync(request);
    }

    private async Task StoreAsync()
    {
        await app.PostAsync("/api/realm", """{"id":"r","config":{"url":"https://a.example/${key_1}","token_path":"t","expires_in_path":"e"}}""");
        await app.PostAsync("/api/secret", """{"realm":"r","key":"k","key_1":"v"}""");
    }

    private async Task<TokenState> FailedAsync() => new(new TokenKey("r", "k"))
    {
        FailureRealmVersion = (await app.GetAsync("/api/realm/r")).Json.GetProperty("version").GetInt64(),
        FailureSecretVersion = (await app.GetAsync("/api/secret/r/k")).Json.GetProperty("version").GetInt64(),
        Attempt = 1,
        Outcome = AttemptOutcome.Failed,
        FailureCount = 1,
        Failure = new TokenFailure(
            FailureKind.BadCredentials, "Step `login`: The provider answered `40013` (HTTP 401): it refused the credential; check the secret's fields.")
        {
            UpstreamCode = "40013",
            UpstreamMessage = "invalid appid",
            At = Samples.Noon,
        },
    };
}
