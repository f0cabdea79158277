using System.Text.Json;
using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests;

public sealed class RealmTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_realm_is_answered_with_all_about_it()
    {
        var made = await app.PostAsync("/api/realm", """{"comment":"mine", "config": { "url" : "\u0075", "n":1.0 } ,"id":"r"}""");
        var version = made.Json.GetProperty("version").GetInt64();
        Assert.Equal(201, made.Status);
        Assert.Equal(
            """{"id":"r","config":{ "url" : "\u0075", "n":1.0 },"comment":"mine","version":"""
            + $"{version},\"created_at\":\"2027-05-01T12:00:00Z\",\"updated_at\":\"2027-05-01T12:00:00Z\"}}",
            made.Body);
        Assert.Equal($"\"{version}\"", made.Header("ETag"));
        var read = await app.GetAsync("/api/realm/r");
        Assert.Equal((200, made.Body, made.Header("ETag")), (read.Status, read.Body, read.Header("ETag")));
    }

    [Fact]
    public async Task A_credential_that_stands_in_the_config_is_warned_of_when_it_is_saved()
    {
        const string Config = """{"url":"u","arguments":[{"name":"client_secret","place":"body","value":"hunter2"}]}""";
        var saved = await app.PostAsync("/api/realm", $$"""{"id":"r","config":{{Config}}}""");

        var warning = Assert.Single(saved.Json.GetProperty("warnings").EnumerateArray());
        Assert.Equal("/config/arguments/0/value", warning.GetProperty("pointer").GetString());
        Assert.DoesNotContain("hunter2", warning.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.False((await app.GetAsync("/api/realm/r")).Json.TryGetProperty("warnings", out _));
    }

    [Fact]
    public async Task A_replacement_has_a_new_version_and_null_removes_the_comment()
    {
        var first = await app.PostAsync("/api/realm", """{"id":"r","config":{"url":"a"},"comment":"c"}""");
        var second = await app.PostAsync("/api/realm", """{"id":"r","config":{"url":"b"},"comment":null}""");
        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.True(second.Json.GetProperty("version").GetInt64() > first.Json.GetProperty("version").GetInt64());
        Assert.Equal(JsonValueKind.Null, second.Json.GetProperty("comment").ValueKind);
    }

    [Fact]
    public async Task Every_fault_of_a_config_is_in_one_answer()
    {
        var reply = await app.PostAsync("/api/realm", """{"id":"r","config":{}}""");
        Assert.Equal((400, "invalid_config"), (reply.Status, reply.Code));
        Assert.Equal(
            """[{"pointer":"/config/url","message":"is required"},{"pointer":"/config/method","message":"must be GET, POST or PUT"}]""",
            reply.Json.GetProperty("errors").GetRawText());
        Assert.Equal(404, (await app.GetAsync("/api/realm/r")).Status);
    }

    [Fact]
    public async Task A_config_may_make_the_body_32_levels_deep()
    {
        var config = "{\"url\":" + string.Concat(Enumerable.Repeat("[", 30)) + new string(']', 30) + "}";
        Assert.Equal(201, (await app.PostAsync("/api/realm", $"{{\"id\":\"r\",\"config\":{config}}}")).Status);
        Assert.Equal(config, (await app.GetAsync("/api/realm/r")).Json.GetProperty("config").GetRawText());
        var deeper = config.Replace("[]", "[[]]", StringComparison.Ordinal);
        Assert.Equal("invalid_json", (await app.PostAsync("/api/realm", $"{{\"id\":\"r\",\"config\":{deeper}}}")).Code);
    }

    [Fact]
    public async Task If_Match_lets_only_the_version_that_was_read_be_replaced_and_removed()
    {
        var tag = (await app.PostAsync("/api/realm", """{"id":"r","config":{"url":"a"}}""")).Header("ETag")!;
        var next = await SaveAsync("If-Match", tag);
        Assert.Equal(200, next.Status);
        Assert.Equal((412, "precondition_failed"), ((await SaveAsync("If-Match", tag)).Status, (await SaveAsync("If-Match", tag)).Code));
        Assert.Equal(412, (await RemoveAsync(tag)).Status);
        Assert.Equal(204, (await RemoveAsync(next.Header("ETag")!)).Status);
        Assert.Equal(404, (await app.GetAsync("/api/realm/r")).Status);
    }

    [Fact]
    public async Task If_None_Match_only_makes()
    {
        Assert.Equal(201, (await SaveAsync("If-None-Match", "*")).Status);
        Assert.Equal(412, (await SaveAsync("If-None-Match", "*")).Status);
    }

    [Fact]
    public async Task A_realm_with_secrets_goes_only_by_force_and_takes_them_with_it()
    {
        await app.PostAsync("/api/realm", """{"id":"r","config":{"url":"a"}}""");
        await app.PostAsync("/api/secret", """{"realm":"r","key":"k","key_1":"v"}""");
        var refused = await app.DeleteAsync("/api/realm/r");
        Assert.Equal((409, "realm_has_secrets"), (refused.Status, refused.Code));
        Assert.Contains("force=true", refused.Text("detail"));
        var removed = await app.DeleteAsync("/api/realm/r?force=true");
        Assert.Equal((204, ""), (removed.Status, removed.Body));
        Assert.Equal(0, await app.Parts.Tables.CountAsync("secrets") + await app.Parts.Tables.CountAsync("vault"));
    }

    [Fact]
    public async Task Lists_come_in_pages_and_by_keyword()
    {
        for (var n = 10; n < 35; n++) await app.PostAsync("/api/realm", $$$"""{"id":"Realm{{{n}}}","config":{"url":"a"}}""");
        Assert.Equal((20, 25, "Realm10"), await PageAsync(""));
        Assert.Equal((5, 25, "Realm30"), await PageAsync("?page=2"));
        Assert.Equal((3, 25, "Realm13"), await PageAsync("?page=2&pageSize=3"));
        Assert.Equal((0, 25, null), await PageAsync("?page=1000000&pageSize=500"));
        Assert.Equal((5, 5, "Realm30"), await PageAsync("?keyword=rEALM3"));
        Assert.Equal((25, 25, "Realm10"), await PageAsync("?pageSize=500&keyword="));
    }

    private async Task<(int Count, int Total, string? First)> PageAsync(string query)
    {
        var data = (await app.GetAsync("/api/realm" + query)).Json.GetProperty("data");
        var list = data.GetProperty("list").EnumerateArray().ToList();
        return (list.Count, data.GetProperty("total").GetInt32(), list.Count == 0 ? null : list[0].GetProperty("id").GetString());
    }

    private async Task<Reply> SaveAsync(string header, string tag)
    {
        var request = TestApp.Json(HttpMethod.Post, "/api/realm", """{"id":"r","config":{"url":"a"}}""");
        request.Headers.Add(header, tag);
        return await app.SendAsync(request);
    }

    private async Task<Reply> RemoveAsync(string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Delete, "/api/realm/r");
        request.Headers.Add("If-Match", tag);
        return await app.SendAsync(request);
    }
}
