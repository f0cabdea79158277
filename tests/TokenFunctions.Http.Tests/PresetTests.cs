using TokenFunctions.Http.Tests.App;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Tests;

public sealed class PresetTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync(RealmCompiler.Compile);

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_list_names_each_with_its_fields()
    {
        var reply = await app.GetAsync("/api/preset?keyword=stable&pageSize=500");

        var preset = Assert.Single(reply.Json.GetProperty("data").GetProperty("list").EnumerateArray());
        Assert.Equal("wechat-stable-token", preset.GetProperty("id").GetString());
        Assert.Equal(1, reply.Json.GetProperty("data").GetProperty("total").GetInt32());
        Assert.Contains(preset.GetProperty("secret").EnumerateArray(), field => field.GetProperty("confidential").GetBoolean());
        Assert.False(preset.TryGetProperty("config", out _));
    }

    [Fact]
    public async Task There_are_at_least_sixty()
    {
        var reply = await app.GetAsync("/api/preset?pageSize=1");
        Assert.True(reply.Json.GetProperty("data").GetProperty("total").GetInt32() >= 60);
    }

    [Fact]
    public async Task One_is_shown_whole()
    {
        var reply = await app.GetAsync("/api/preset/wechat-official-account");

        Assert.Equal(200, reply.Status);
        Assert.Equal("GET", reply.Json.GetProperty("config").GetProperty("method").GetString());
        Assert.Equal("query", reply.Json.GetProperty("config").GetProperty("attach").GetProperty("place").GetString());
    }

    [Fact]
    public async Task An_unknown_one_is_told()
    {
        var reply = await app.GetAsync("/api/preset/nope");
        Assert.Equal((404, "unknown_preset"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_realm_can_be_made_of_a_preset_alone_and_is_shown_as_it_was_sent()
    {
        var made = await app.PostAsync("/api/realm", """{"id":"wx","preset":"wechat-official-account"}""");
        var shown = await app.GetAsync("/api/realm/wx");

        Assert.Equal(201, made.Status);
        Assert.Equal("wechat-official-account", shown.Json.GetProperty("preset").GetString());
        Assert.Equal("{}", shown.Json.GetProperty("config").GetRawText());
    }

    [Fact]
    public async Task A_realm_can_override_single_members_of_its_preset()
    {
        var made = await app.PostAsync(
            "/api/realm", """{"id":"wx","preset":"wechat-official-account","config":{"policy":{"refresh_before_sec":60}}}""");
        var plan = (await app.Parts.Realms.FindAsync("wx", CancellationToken.None))!.Plan!;

        Assert.Equal(201, made.Status);
        Assert.Equal(TimeSpan.FromSeconds(60), plan.Policy.RefreshBefore);
        Assert.Equal(IssueRule.Replaces, plan.Policy.Issue);
    }

    [Theory]
    [InlineData("""{"id":"wx","preset":"wechat-oficial-account"}""", "/preset", "the nearest preset is `wechat-official-account`")]
    [InlineData("""{"id":"wx","preset":"wechat-official-account","config":{"policy":{"issue":"never"}}}""", "/config/policy/issue", "is `never`")]
    [InlineData("""{"id":"a","config":{"uses":[{"as":"p","realm":"a","key":"k"}],"url":"https://a.example/${uses.p}","token_path":"t","expires_in_path":"e"}}""", "/config/uses/0/realm", "(a → a)")]
    [InlineData("""{"id":"a","config":{"uses":[{"as":"p","realm":"c","key":"k"}],"url":"https://a.example/${uses.p}","token_path":"t","expires_in_path":"e"}}""", "/config/uses/0/realm", "(a → c → b → a)")]
    public async Task What_cannot_work_is_refused_with_its_pointer(string body, string pointer, string words)
    {
        await app.PostAsync("/api/realm", """{"id":"b","config":{"uses":[{"as":"p","realm":"a","key":"k"}],"url":"https://a.example/${uses.p}","token_path":"t","expires_in_path":"e"}}""");
        await app.PostAsync("/api/realm", """{"id":"c","config":{"uses":[{"as":"p","realm":"b","key":"k"}],"url":"https://a.example/${uses.p}","token_path":"t","expires_in_path":"e"}}""");

        var reply = await app.PostAsync("/api/realm", body);

        Assert.Equal(400, reply.Status);
        var error = Assert.Single(reply.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal(pointer, error.GetProperty("pointer").GetString());
        Assert.Contains(words, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}
