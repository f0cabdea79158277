using TokenFunctions.Http.Tests.App;
using TokenFunctions.Realms;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests;

/// <summary>Realms that are tried without storing anything.</summary>
public sealed class TrialTests : IAsyncLifetime
{
    private const string Config = """
        {"url":"https://api.example.com/token","content_type":"form","token_path":"access_token","expires_in_path":"expires_in",
         "arguments":[{"name":"id","place":"body","value":"$key_1"},{"name":"secret","place":"body","value":"$key_2"}]}
        """;

    private const string Token = """{"access_token":"PROVIDERS-TOKEN-0123456789","expires_in":7200,"session_key":"SESSION-KEY-1","scope":"a b"}""";

    private const string Given = """ "secret":{"key_1":"app-0001","key_2":"pass&word+1"} """;

    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync(RealmCompiler.Compile);
        await app.PostAsync("/api/realm", $$"""{"id":"r","config":{{Config}}}""");
        await app.PostAsync("/api/secret", """{"realm":"r","key":"main","key_1":"app-0001","key_2":"pass&word+1"}""");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public static TheoryData<string, string> Ways => new()
    {
        { "/api/realm/r/test", """{"key":"main"}""" },
        { "/api/realm/r/test", $"{{{Given}}}" },
        { "/api/realm-test", $$"""{"realm":{"id":"r","config":{{Config}}},"key":"main"}""" },
        { "/api/realm-test", $$"""{"realm":{"id":"new","config":{{Config}}},{{Given}}}""" },
    };

    [Fact]
    public async Task A_trial_counts_under_the_limits_of_the_realm()
    {
        var limited = Config.Replace("\"url\"", """ "policy":{"limits":[{"max":2,"per_sec":3600,"per":"realm"}]},"url" """, StringComparison.Ordinal);
        await app.PostAsync("/api/realm", $$"""{"id":"l","config":{{limited}}}""");
        app.Parts.Provider.Next(Token);
        app.Parts.Provider.Next(Token);

        var stored = await app.PostAsync("/api/realm/l/test", $"{{{Given}}}");
        var unsaved = await app.PostAsync("/api/realm-test", $$"""{"realm":{"id":"l","config":{{limited}}},{{Given}}}""");
        var third = await app.PostAsync("/api/realm/l/test", $"{{{Given}}}");

        Assert.Equal((200, 200, 429), (stored.Status, unsaved.Status, third.Status));
        Assert.Equal("quota_exhausted", third.Json.GetProperty("code").GetString());
        Assert.NotNull(third.Json.GetProperty("retry_at").GetString());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_was_sent_and_answered_is_shown_and_nothing_confidential_with_it(string path, string body)
    {
        app.Parts.Provider.Next(Token);

        var reply = await app.PostAsync(path, body);

        Assert.Equal(200, reply.Status);
        var token = reply.Json.GetProperty("token");
        Assert.Equal(26, token.GetProperty("length").GetInt32());
        Assert.Equal(8, token.GetProperty("sha256_prefix").GetString()!.Length);
        Assert.Equal(7_200_000, token.GetProperty("expires_in").GetInt64());
        Assert.Equal("expires_in_path", token.GetProperty("expires_by").GetString());
        var exchange = Assert.Single(reply.Json.GetProperty("exchanges").EnumerateArray());
        Assert.Equal("POST https://api.example.com/token", exchange.GetProperty("request").GetProperty("line").GetString());
        Assert.StartsWith("id=", exchange.GetProperty("request").GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Equal("HTTP 200", exchange.GetProperty("response").GetProperty("line").GetString());
        Assert.Contains("a b", exchange.GetProperty("response").GetProperty("body").GetString(), StringComparison.Ordinal);
        foreach (var hidden in new[] { "pass&word", "pass%26word", "PROVIDERS-TOKEN", "SESSION-KEY", "cookie-value" })
            Assert.DoesNotContain(hidden, reply.All, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_trial_stores_nothing(string path, string body)
    {
        var before = await RowsAsync();
        app.Parts.Provider.Next(Token);
        app.Parts.Provider.Next("""{"error":"invalid_client"}""", 401);

        for (var n = 0; n < 3; n++) Assert.Equal(200, (await app.PostAsync(path, body)).Status);

        Assert.Equal(3, app.Parts.Provider.Calls);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task A_refusal_is_shown_with_its_class_and_what_to_do()
    {
        app.Parts.Provider.Next("""{"error":"invalid_client","error_description":"no such client"}""", 401);

        var reply = await app.PostAsync("/api/realm/r/test", """{"key":"main"}""");

        Assert.Equal("failure", reply.Text("outcome"));
        var failure = reply.Json.GetProperty("failure");
        Assert.Equal("upstream_rejected", failure.GetProperty("code").GetString());
        Assert.Equal("invalid_client", failure.GetProperty("upstream_code").GetString());
        Assert.Equal("no such client", failure.GetProperty("upstream_message").GetString());
        Assert.False(failure.GetProperty("retryable").GetBoolean());
    }

    [Fact]
    public async Task Trials_take_places_among_the_calls_to_the_provider()
    {
        var held = new TaskCompletionSource();
        app.Parts.Provider.Held = held.Task;
        for (var n = 0; n < 4; n++) app.Parts.Provider.Next(Token);

        var tries = Enumerable.Range(0, 4).Select(_ => app.PostAsync("/api/realm/r/test", """{"key":"main"}""")).ToList();
        await Eventually.HoldsAsync(() => app.Parts.Provider.Calls == TestParts.CallsPerRealm, "two calls are made");
        await Task.Delay(200);
        Assert.Equal(TestParts.CallsPerRealm, app.Parts.Provider.Calls);

        held.SetResult();
        Assert.All(await Task.WhenAll(tries), reply => Assert.Equal("token", reply.Text("outcome")));
        Assert.Equal(4, app.Parts.Provider.Calls);
    }

    [Fact]
    public async Task Each_step_is_shown()
    {
        app.Parts.Provider.Next("""{"access_token":"STEP-TOKEN-1","base":"https://b.example"}""");
        app.Parts.Provider.Next("""{"t":"MAIN-TOKEN-1","e":60}""");

        var reply = await app.PostAsync("/api/realm-test", """
            {"realm":{"id":"x","config":{"steps":[{"id":"core","url":"https://a.example/","token_path":"access_token"}],
             "url":"${steps.core.base}/token","token_path":"t","expires_in_path":"e",
             "arguments":[{"name":"Authorization","place":"header","value":"Bearer ${steps.core.access_token}"}]}}}
            """);

        Assert.Equal(["core", "main"], reply.Json.GetProperty("exchanges").EnumerateArray().Select(e => e.GetProperty("step").GetString()));
        Assert.DoesNotContain("STEP-TOKEN", reply.All, StringComparison.Ordinal);
        Assert.DoesNotContain("MAIN-TOKEN", reply.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"t","config":{"url":"https://a.example/","token_path":"t","expires_in_path":"e","policy":{"issue":"replaces"}}}""", "\"secret\":{\"key_1\":\"x\"}", false)]
    [InlineData("""{"id":"t","config":{"url":"https://a.example/?r=${state.r}","token_path":"t","expires_in_path":"e","state":[{"name":"r","initial":"$key_1","path":"r"}]}}""", "\"secret\":{\"key_1\":\"x\"}", false)]
    [InlineData("""{"id":"t","config":{"url":"https://a.example/?r=${state.r}","token_path":"t","expires_in_path":"e","state":[{"name":"r","initial":"$key_1","path":"r"}]}}""", "\"key\":\"main\"", true)]
    public async Task What_would_end_a_token_in_use_needs_a_confirmation(string realm, string secret, bool alsoConfirmed)
    {
        var reply = await app.PostAsync("/api/realm-test", $$"""{"realm":{{realm}},{{secret}}}""");
        Assert.Equal((409, "trial_has_effects", "confirm"), (reply.Status, reply.Code, reply.Field));
        Assert.Equal(0, app.Parts.Provider.Calls);

        app.Parts.Provider.Next("""{"t":"T","e":60}""");
        var confirmed = await app.PostAsync("/api/realm-test", $$"""{"realm":{{realm}},{{secret}},"confirm":true}""");
        Assert.Equal(alsoConfirmed ? 409 : 200, confirmed.Status);
    }

    [Theory]
    [InlineData("/api/realm/r/test", """{"inputs":{"tiket":"x"}}""", 400, "invalid_value", "inputs.tiket")]
    [InlineData("/api/realm/nope/test", "{}", 404, "unknown_realm", "id")]
    [InlineData("/api/realm/r/test", """{"key":"other"}""", 404, "unknown_secret", "key")]
    [InlineData("/api/realm/r/test", """{"key":"main","secret":{"key_1":"x"}}""", 400, "invalid_value", "secret")]
    [InlineData("/api/realm/r/test", """{"realm":{}}""", 400, "unknown_member", "realm")]
    [InlineData("/api/realm/r/test", """{"secret":{"key_99":"x"}}""", 400, "unknown_member", "key_99")]
    [InlineData("/api/realm/r/test", """{"inputs":{"a":1}}""", 400, "invalid_value", "inputs.a")]
    [InlineData("/api/realm-test", "{}", 400, "missing_value", "realm")]
    [InlineData("/api/realm-test", """{"realm":{"id":"x","config":{}}}""", 400, "invalid_config", "config")]
    public async Task A_wrong_trial_is_told(string path, string body, int status, string code, string field)
    {
        var reply = await app.PostAsync(path, body);
        Assert.Equal((status, code, field), (reply.Status, reply.Code, reply.Field));
        Assert.Equal(0, app.Parts.Provider.Calls);
    }

    [Fact]
    public async Task A_forced_trial_that_would_end_a_token_in_use_needs_a_confirmation()
    {
        const string Realm = """{"id":"t","config":{"url":"https://a.example/","token_path":"t","expires_in_path":"e","policy":{"issue":"stable","force_issue":"replaces"}}}""";
        app.Parts.Provider.Next("""{"t":"T","e":60}""");

        Assert.Equal("trial_has_effects", (await app.PostAsync("/api/realm-test", $$"""{"realm":{{Realm}},"force":true}""")).Code);
        Assert.Equal(200, (await app.PostAsync("/api/realm-test", $$"""{"realm":{{Realm}}}""")).Status);

        Assert.Equal(1, app.Parts.Provider.Calls);
    }

    [Fact]
    public async Task An_input_that_is_not_there_is_waited_for_and_stored_ones_serve_beside_given_ones()
    {
        const string Realm = """
            {"id":"i","config":{"url":"https://a.example/","token_path":"t","expires_in_path":"e","inputs":[{"name":"one"},{"name":"two"}],
             "arguments":[{"name":"a","place":"body","value":"${inputs.one}"},{"name":"b","place":"body","value":"${inputs.two}"}]}}
            """;
        await app.PostAsync("/api/realm", Realm);
        await app.PostAsync("/api/secret", """{"realm":"i","key":"k","key_1":"x"}""");
        Assert.Equal("waiting_for_input", (await app.PostAsync("/api/realm/i/test", """{"key":"k","inputs":{"two":"second"}}""")).Code);
        Assert.Equal("waiting_for_input", (await app.PostAsync("/api/realm/i/test", """{"secret":{"key_1":"x"},"inputs":{"two":"second"}}""")).Code);
        Assert.Equal(0, app.Parts.Provider.Calls);
        await app.PostAsync("/api/input/i/k", """{"one":"first"}""");
        app.Parts.Provider.Next("""{"t":"T","e":60}""");

        var reply = await app.PostAsync("/api/realm/i/test", """{"key":"k","inputs":{"two":"second"}}""");

        Assert.Equal("token", reply.Text("outcome"));
    }

    [Fact]
    public async Task A_call_that_got_no_answer_may_be_repeated()
    {
        var reply = await app.PostAsync("/api/realm/r/test", """{"key":"main"}""");

        var failure = reply.Json.GetProperty("failure");
        Assert.Equal(("upstream_unavailable", true), (failure.GetProperty("code").GetString(), failure.GetProperty("retryable").GetBoolean()));
    }

    [Fact]
    public async Task A_secret_that_lacks_a_field_is_a_failure_of_the_trial_and_nothing_is_sent()
    {
        var reply = await app.PostAsync("/api/realm/r/test", """{"secret":{"key_1":"x"}}""");

        Assert.Equal("secret_incomplete", reply.Json.GetProperty("failure").GetProperty("code").GetString());
        Assert.Equal(0, app.Parts.Provider.Calls);
    }

    private async Task<List<string>> RowsAsync()
    {
        var rows = new List<string>();
        foreach (var table in new[] { "realms", "secrets", "tokens", "inputs", TableVault.TableName })
            rows.AddRange(await app.Parts.Tables.ListAsync(table));
        return rows;
    }
}
