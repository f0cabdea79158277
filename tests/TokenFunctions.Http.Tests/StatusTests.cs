using TokenFunctions.Http.Tests.App;
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
            {"realm":"r","key":"k","age":"none","generation":0,"issued_at":null,"expires_at":null,"due_at":null,"attempt":0,"renewing":false,"failure":null,"failure_count":0}
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
