using TokenFunctions.Http.Tests.App;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests;

public sealed class StatusTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync();
        await app.PostAsync("/api/realm", """{"id":"r","config":{"url":"u"}}""");
        await app.PostAsync("/api/secret", """{"realm":"r","key":"k","key_1":"v"}""");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_token_that_was_never_asked_for_has_a_status()
    {
        var reply = await app.GetAsync("/api/status/r/k");
        Assert.Equal(
            """
            {"realm":"r","key":"k","age":"none","state":"none","generation":0,"issued_at":null,"expires_at":null,"due_at":null,"dead_at":null,"next_renewal_at":"2027-05-01T12:00:00Z","uncertain_since":null,"attempt":0,"renewing":false,"failure":null,"failure_count":0,"quotas":[]}
            """,
            reply.Body);
    }

    [Fact]
    public async Task A_failure_is_shown_with_what_to_do()
    {
        await app.Parts.Tokens.TrySaveAsync(await FailedAsync(), CancellationToken.None);
        var reply = await app.GetAsync("/api/status/r/k");
        Assert.Equal(("none", 3), (reply.Text("age"), reply.Json.GetProperty("failure_count").GetInt32()));
        var failure = reply.Json.GetProperty("failure");
        Assert.Equal(
            ["code", "detail", "upstream_code", "upstream_message", "at", "retry_at", "what_to_do"], failure.EnumerateObject().Select(m => m.Name));
        Assert.Equal("upstream_bad_credentials", failure.GetProperty("code").GetString());
        Assert.Contains("POST /api/secret", failure.GetProperty("what_to_do").GetString());
    }

    [Fact]
    public async Task What_is_used_of_each_limit_is_shown()
    {
        await using var real = await TestApp.StartAsync(RealmCompiler.Compile);
        await real.PostAsync(
            "/api/realm",
            """
            {"id":"q","config":{"url":"https://provider.example/","token_path":"t","expires_in_path":"e","policy":{"limits":[
              {"max":20,"per_sec":86400,"on":"force"},{"max":500,"per_sec":60,"per":"realm"},{"max":9,"per_sec":1}]}}}
            """);
        await real.PostAsync("/api/secret", """{"realm":"q","key":"k","key_1":"v"}""");
        var taken = Samples.Noon.AddSeconds(-10).ToUnixTimeMilliseconds();
        var row = new TokenState(new TokenKey("q", "k")) { Quota = $"86400f={taken}*3" };
        await real.Parts.Tokens.TrySaveAsync(row, CancellationToken.None);
        var calls = new QuotaRow("q", "60a") { Calls = $"{taken}*500", EndsAt = Samples.Noon.AddSeconds(50) };
        await new QuotaStore(real.Parts.Tables).TrySaveAsync(calls, CancellationToken.None);

        var reply = await real.GetAsync("/api/status/q/k");

        Assert.Equal(
            $$"""
            [{"max":20,"per_sec":86400,"on":"force","per":"secret","used":3,"left":17,"ends_at":"{{Samples.Noon.AddSeconds(86390).UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}}"},{"max":500,"per_sec":60,"on":"all","per":"realm","used":500,"left":0,"ends_at":"{{Samples.Noon.AddSeconds(50).UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}}"},{"max":9,"per_sec":1,"on":"all","per":"secret","used":0,"left":9,"ends_at":null}]
            """,
            reply.Json.TryGetProperty("quotas", out var quotas) ? quotas.GetRawText() : reply.Body);
    }

    [Fact]
    public async Task A_doubt_about_the_state_is_shown_with_its_time()
    {
        await using var real = await TestApp.StartAsync(RealmCompiler.Compile);
        await real.PostAsync(
            "/api/realm",
            """
            {"id":"s","config":{"url":"https://provider.example/","method":"POST","token_path":"t","expires_in_path":"e",
              "state":[{"name":"refresh","initial":"$key_1","path":"refresh_token"}],
              "arguments":[{"name":"refresh_token","place":"body","value":"${state.refresh}"}]}}
            """);
        await real.PostAsync("/api/secret", """{"realm":"s","key":"k","key_1":"v"}""");
        var doubted = new TokenState(new TokenKey("s", "k")) { UncertainSince = Samples.Noon };
        await real.Parts.Tokens.TrySaveAsync(doubted, CancellationToken.None);

        var reply = await real.GetAsync("/api/status/s/k");

        Assert.Equal("uncertain", reply.Json.GetProperty("failure").GetProperty("code").GetString());
        Assert.Contains("/retry", reply.Json.GetProperty("failure").GetProperty("what_to_do").GetString());
        Assert.Equal(Samples.Noon, reply.Json.GetProperty("uncertain_since").GetDateTimeOffset());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, reply.Json.GetProperty("next_renewal_at").ValueKind);
    }

    [Fact]
    public async Task The_list_has_one_line_a_secret()
    {
        await app.PostAsync("/api/secret", """{"realm":"r","key":"other","key_1":"v"}""");
        await app.Parts.Tokens.TrySaveAsync(await FailedAsync(), CancellationToken.None);
        var data = (await app.GetAsync("/api/status?realm=r&pageSize=1")).Json.GetProperty("data");
        Assert.Equal(2, data.GetProperty("total").GetInt32());
        Assert.Equal("k", Assert.Single(data.GetProperty("list").EnumerateArray()).GetProperty("key").GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    public async Task A_retry_ends_the_hold_of_a_failure_and_answers_with_the_status(string? body)
    {
        await app.Parts.Tokens.TrySaveAsync(await FailedAsync() with { UncertainSince = Samples.Noon }, CancellationToken.None);

        var reply = body is null
            ? await app.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/status/r/k/retry"))
            : await app.PostAsync("/api/status/r/k/retry", body);

        Assert.Equal((200, (await app.GetAsync("/api/status/r/k")).Body), (reply.Status, reply.Body));
        var row = await app.Parts.Tokens.GetAsync(new TokenKey("r", "k"), CancellationToken.None);
        Assert.Null(row.UncertainSince);
        Assert.True(row.Failure!.RetryAt <= Samples.Noon);
    }

    [Fact]
    public async Task A_retry_that_renews_asks_the_provider_and_answers_without_the_token()
    {
        TokenRequest? asked = null;
        app.Parts.Core.Answer = request => TokenResult.Of(Remember(request));

        var reply = await app.PostAsync("/api/status/r/k/retry", """{"renew":true}""");

        Assert.Equal((200, (await app.GetAsync("/api/status/r/k")).Body), (reply.Status, reply.Body));
        Assert.Equal((new TokenKey("r", "k"), true), (asked!.Key, asked.Flush));
        Assert.DoesNotContain("fresh-value", reply.Body, StringComparison.Ordinal);

        Token Remember(TokenRequest request)
        {
            asked = request;
            return Samples.Token(request.Key) with { Value = new SecretText("fresh-value") };
        }
    }

    [Fact]
    public async Task A_retry_whose_renewal_fails_answers_with_the_failure()
    {
        app.Parts.Core.Answer = _ => TokenResult.Of(new TokenFailure(FailureKind.BadCredentials, "Why."));
        var reply = await app.PostAsync("/api/status/r/k/retry", """{"renew":true}""");
        Assert.Equal("upstream_bad_credentials", reply.Code);
    }

    // A failure of the realm and the secret that there are now; one of others would be over.
    private async Task<TokenState> FailedAsync() => new(new TokenKey("r", "k"))
    {
        FailureRealmVersion = (await app.GetAsync("/api/realm/r")).Json.GetProperty("version").GetInt64(),
        FailureSecretVersion = (await app.GetAsync("/api/secret/r/k")).Json.GetProperty("version").GetInt64(),
        Attempt = 3,
        Outcome = AttemptOutcome.Failed,
        FailureCount = 3,
        Failure = new TokenFailure(FailureKind.BadCredentials, "The provider does not know the credential.")
        {
            UpstreamCode = "40013",
            UpstreamMessage = "invalid appid",
            At = Samples.Noon,
        },
    };
}
