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
            {"realm":"r","key":"k","age":"none","generation":0,"issued_at":null,"expires_at":null,"due_at":null,"next_renewal_at":"2027-05-01T12:00:00Z","uncertain_since":null,"attempt":0,"renewing":false,"failure":null,"failure_count":0}
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
    public async Task A_doubt_about_the_state_is_shown_with_its_time()
    {
        var doubted = await FailedAsync() with { UncertainSince = Samples.Noon };
        await app.Parts.Tokens.TrySaveAsync(doubted, CancellationToken.None);
        var reply = await app.GetAsync("/api/status/r/k");
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
