using TokenFunctions.Http.Tests.App;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Tests;

public sealed class InputTests : IAsyncLifetime
{
    private const string Realm = """
        {"id":"suite","config":{"url":"https://api.example.com/","token_path":"t","expires_in_path":"e",
         "inputs":[{"name":"suite_ticket","max_age_sec":1800}],
         "arguments":[{"name":"ticket","place":"url","value":"${inputs.suite_ticket}"}]}}
        """;

    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync(RealmCompiler.Compile);
        await app.PostAsync("/api/realm", Realm);
        await app.PostAsync("/api/secret", """{"realm":"suite","key":"main","key_1":"x"}""");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_pushed_value_is_kept_and_not_shown()
    {
        var reply = await app.PostAsync("/api/input/suite/main", """{"suite_ticket":"TICKET-PUSHED-1"}""");

        Assert.Equal(200, reply.Status);
        Assert.DoesNotContain("TICKET-PUSHED-1", reply.All, StringComparison.Ordinal);
        var input = reply.Json.GetProperty("inputs")[0];
        Assert.Equal("suite_ticket", input.GetProperty("name").GetString());
        Assert.Equal(
            TimeSpan.FromSeconds(1800),
            input.GetProperty("expires_at").GetDateTimeOffset() - input.GetProperty("received_at").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("/api/input/suite/main", "{}", 400, "missing_value", "suite_ticket")]
    [InlineData("/api/input/suite/main", """{"suite_ticket":7}""", 400, "invalid_value", "suite_ticket")]
    [InlineData("/api/input/suite/main", """{"suite_ticket":""}""", 400, "invalid_value", "suite_ticket")]
    [InlineData("/api/input/suite/main", """{"ticket":"T"}""", 400, "unknown_member", "ticket")]
    [InlineData("/api/input/suite/other", """{"suite_ticket":"T"}""", 404, "unknown_secret", "key")]
    [InlineData("/api/input/nope/main", """{"suite_ticket":"T"}""", 404, "unknown_realm", "realm")]
    [InlineData("/api/input/plain/main", """{"suite_ticket":"T"}""", 409, "no_inputs", null)]
    [InlineData("/api/input/suite/main?x=1", """{"suite_ticket":"T"}""", 400, "unknown_parameter", "x")]
    public async Task A_wrong_push_is_told_and_keeps_nothing(string path, string body, int status, string code, string? field)
    {
        await app.PostAsync("/api/realm", """{"id":"plain","config":{"url":"https://a.example/","token_path":"t","expires_in_path":"e"}}""");
        await app.PostAsync("/api/secret", """{"realm":"plain","key":"main","key_1":"x"}""");

        var reply = await app.PostAsync(path, body);

        Assert.Equal(status, reply.Status);
        Assert.Equal(code, reply.Code);
        Assert.Equal(field, reply.Field);
        Assert.Equal(0, await app.Parts.Tables.CountAsync("inputs"));
    }
}
