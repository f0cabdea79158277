using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests;

/// <summary>Secrets are changed only as they were read, if the sender says so.</summary>
public sealed class SecretConditionTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync();
        await app.PostAsync("/api/realm", """{"id":"r","config":{"url":"u"}}""");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_answers_about_one_secret_have_its_version_as_their_tag()
    {
        var made = await SaveAsync("one");
        var tag = $"\"{made.Json.GetProperty("version").GetInt64()}\"";
        Assert.Equal(tag, made.Header("ETag"));
        Assert.Equal(tag, (await app.GetAsync("/api/secret/r/k")).Header("ETag"));
        Assert.Equal(tag, (await SaveAsync("one")).Header("ETag"));
        Assert.NotEqual(tag, (await SaveAsync("two")).Header("ETag"));
    }

    [Fact]
    public async Task If_Match_lets_only_the_version_that_was_read_be_replaced_and_removed()
    {
        var tag = (await SaveAsync("one")).Header("ETag")!;
        var next = (await SaveAsync("two", "If-Match", tag)).Header("ETag")!;
        var rows = await RowsAsync();

        foreach (var refused in new[] { await SaveAsync("three", "If-Match", tag), await RemoveAsync(tag) })
            Assert.Equal((412, "precondition_failed", "If-Match"), (refused.Status, refused.Code, refused.Text("field")));
        Assert.Equal(rows, await RowsAsync());

        Assert.Equal(204, (await RemoveAsync(next)).Status);
        Assert.Equal(412, (await RemoveAsync("*")).Status);
        Assert.Equal(412, (await SaveAsync("one", "If-Match", "*")).Status);
        Assert.Equal(404, (await app.GetAsync("/api/secret/r/k")).Status);
        Assert.Equal(0, await app.Parts.Tables.CountAsync("vault"));
    }

    [Fact]
    public async Task If_None_Match_only_makes()
    {
        Assert.Equal(200, (await SaveAsync("one", "If-None-Match", "*")).Status);
        var rows = await RowsAsync();

        // Not even what is there already: the sender took it for new.
        foreach (var value in new[] { "one", "two" })
        {
            var refused = await SaveAsync(value, "If-None-Match", "*");
            Assert.Equal((412, "precondition_failed", "If-None-Match"), (refused.Status, refused.Code, refused.Text("field")));
        }

        Assert.Equal(rows, await RowsAsync());
    }

    [Fact]
    public async Task Of_many_who_replace_the_same_version_one_does()
    {
        var tag = (await SaveAsync("one")).Header("ETag")!;

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => SaveAsync($"v{n}", "If-Match", tag)));

        var won = Assert.Single(replies, reply => reply.Status == 200);
        Assert.All(replies.Where(reply => reply != won), reply => Assert.Equal((412, "precondition_failed"), (reply.Status, reply.Code)));
        Assert.Equal(won.Header("ETag"), (await app.GetAsync("/api/secret/r/k")).Header("ETag"));
    }

    [Fact]
    public async Task Of_many_who_make_the_same_secret_one_does_and_no_values_are_left_over()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => SaveAsync($"v{n}", "If-None-Match", "*")));

        Assert.Single(replies, reply => reply.Status == 200);
        Assert.Equal(19, replies.Count(reply => reply.Status == 412));
        Assert.Equal(1, await app.Parts.Tables.CountAsync("vault"));
    }

    [Theory]
    [InlineData("\"key_1\":\"v\"", "table")]
    [InlineData("\"vault_secret\":\"https://mine.vault.azure.net/secrets/a\"", "own_vault_secret")]
    [InlineData("\"key_1\":\"v\",\"vault_secret\":\"https://mine.vault.azure.net/secrets/a\"", "own_vault_secret")]
    public async Task An_answer_says_where_the_values_lie(string members, string place)
    {
        var made = await app.PostAsync("/api/secret", $$"""{"realm":"r","key":"k",{{members}}}""");
        Assert.Equal(place, made.Text("stored_in"));
        Assert.Equal(place, (await app.GetAsync("/api/secret/r/k")).Text("stored_in"));
        Assert.Equal(place, (await app.GetAsync("/api/secret")).Json.GetProperty("data").GetProperty("list")[0].GetProperty("stored_in").GetString());
    }

    [Fact]
    public async Task Where_there_is_a_vault_the_values_lie_there()
    {
        await using var other = await TestApp.StartAsync(parts => parts.HasVault = true);
        await other.PostAsync("/api/realm", """{"id":"r","config":{"url":"u"}}""");
        Assert.Equal("vault", (await other.PostAsync("/api/secret", """{"realm":"r","key":"k","key_1":"v"}""")).Text("stored_in"));
    }

    private async Task<string> RowsAsync() =>
        string.Join('\n', [.. await app.Parts.Tables.ListAsync("secrets"), .. await app.Parts.Tables.ListAsync("vault")]);

    private Task<Reply> SaveAsync(string value, string? header = null, string? tag = null)
    {
        var request = TestApp.Json(HttpMethod.Post, "/api/secret", $$"""{"realm":"r","key":"k","key_1":"{{value}}"}""");
        if (header is not null) request.Headers.Add(header, tag);
        return app.SendAsync(request);
    }

    private Task<Reply> RemoveAsync(string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Delete, "/api/secret/r/k");
        request.Headers.Add("If-Match", tag);
        return app.SendAsync(request);
    }
}
