using System.Text.Json;

namespace TokenFunctions.Http.Tests.Fronts;

/// <summary>Tokens at a front: what it asks its core, and what it passes on.</summary>
public sealed class FrontTokenTests : IAsyncLifetime
{
    private const string Attach = """
        ,"attach":{"place":"query","name":"t","prefix":"","hosts":["a.example"],"dead":[{"code":["40001"]}],"code_path":["errcode"]}
        """;

    private FrontApp front = null!;

    public async Task InitializeAsync() => front = await FrontApp.StartAsync();

    public async Task DisposeAsync() => await front.DisposeAsync();

    [Fact]
    public async Task The_core_is_asked_once_by_its_own_route_and_memory_answers_from_then_on()
    {
        var first = await front.AskAsync();
        var second = await front.AskAsync();

        Assert.Equal((200, "planted-1", "database"), (first.Status, first.Text("token"), first.Text("source")));
        Assert.Equal((200, "planted-1", "cache"), (second.Status, second.Text("token"), second.Text("source")));
        Assert.Equal([("/api/token?realm=r&key=k&attach=true", null, FrontApp.CoreKey)], front.Core.Asked);
        Assert.Equal(
            (3_600_000, 2_880_000, 3_599_000, 60_000, "2027-05-01T13:00:00Z"),
            (Number(second, "expires_in"), Number(second, "due_in"), Number(second, "dead_in"), Number(second, "revalidate_after"), second.Text("expires_at")));
    }

    [Fact]
    public async Task Who_asks_for_the_core_is_answered_by_it_each_time()
    {
        for (var i = 0; i < 3; i++) Assert.Equal("database", (await front.AskAsync(path: "/api/token?realm=r&key=k")).Text("source"));
        Assert.Equal(3, front.Core.Asked.Count);
    }

    [Theory]
    [InlineData("&flush=true", "&flush=true")]
    [InlineData("&invalid=7", "&invalid=7")]
    [InlineData("&min_ttl=4000", "&min_ttl=4000")]
    public async Task What_is_demanded_is_demanded_of_the_core(string asked, string passed)
    {
        front.Core.Generation = 7;
        await front.AskAsync();
        await front.AskAsync(asked);
        await front.AskAsync(asked, path: "/api/token?realm=r&key=k");

        Assert.All(front.Core.Asked.Skip(1), a => Assert.Equal("/api/token?realm=r&key=k&attach=true" + passed, a.Target));
        Assert.Equal(3, front.Core.Asked.Count);
    }

    [Fact]
    public async Task A_generation_that_the_front_has_a_newer_one_of_is_answered_from_memory()
    {
        front.Core.Generation = 8;
        await front.AskAsync();
        Assert.Equal(8, (await front.AskAsync("&invalid=7")).Json.GetProperty("generation").GetInt64());
        Assert.Single(front.Core.Asked);
    }

    [Fact]
    public async Task How_to_attach_it_is_what_the_core_told()
    {
        front.Core.More = Attach;
        Assert.DoesNotContain("attach", (await front.AskAsync()).Body, StringComparison.Ordinal);
        var told = (await front.AskAsync("&attach=true")).Json.GetProperty("attach");
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse($"{{{Attach[1..]}}}").GetProperty("attach"), told), told.GetRawText());
    }

    [Fact]
    public async Task A_core_that_does_not_tell_how_is_passed_on_as_null() =>
        Assert.EndsWith("\"attach\":null}", (await front.AskAsync("&attach=true")).Body, StringComparison.Ordinal);

    [Fact]
    public async Task The_tag_changes_with_how_to_attach_it_and_with_the_generation()
    {
        front.Core.More = Attach;
        var first = (await front.AskAsync("&attach=true")).Header("ETag")!;
        var plain = (await front.AskAsync()).Header("ETag")!;
        Assert.Equal((304, 304), ((await front.AskAsync("&attach=true", first)).Status, (await front.AskAsync(known: plain)).Status));

        front.Core.More = Attach.Replace("a.example", "bb.example", StringComparison.Ordinal);
        front.Time.Advance(ScriptedCore.RevalidateAfter);
        var second = await front.AskAsync("&attach=true", first);
        Assert.Equal(200, second.Status);
        Assert.Contains("bb.example", second.Body, StringComparison.Ordinal);

        front.Core.Generation = 2;
        front.Time.Advance(ScriptedCore.RevalidateAfter);
        Assert.Equal(200, (await front.AskAsync("&attach=true", second.Header("ETag"))).Status);
    }

    [Fact]
    public async Task A_token_that_is_stale_or_cannot_be_renewed_at_the_core_says_so_at_the_front()
    {
        front.Core.More = ""","stale":true,"renewal_failed":{"code":"upstream_quota","at":"2027-05-01T12:00:00Z"}""";
        var reply = await front.AskAsync();
        Assert.True(reply.Json.GetProperty("stale").GetBoolean());
        Assert.Equal("upstream_quota", reply.Json.GetProperty("renewal_failed").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_thousand_callers_of_a_token_that_is_not_there_are_one_call_to_the_core()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        front.Core.Hold = () => gate.Task;
        var callers = Enumerable.Range(0, 1000).Select(_ => front.AskAsync()).ToList();
        await Testing.Eventually.HoldsAsync(() => front.Core.Asked.Count == 1, "The core is asked");
        gate.SetResult();

        Assert.All(await Task.WhenAll(callers), reply => Assert.Equal("planted-1", reply.Text("token")));
        Assert.Single(front.Core.Asked);
    }

    private static long Number(App.Reply reply, string name) => reply.Json.GetProperty(name).GetInt64();
}
