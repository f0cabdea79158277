using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests.Fronts;

/// <summary>The front's own audit: its callers, and which of them forced renewals at the core.</summary>
public sealed class FrontAuditTests : IAsyncLifetime
{
    private const string Upstream = ",\"source\":\"upstream\"";
    private FrontApp front = null!;

    public async Task InitializeAsync() => front = await FrontApp.StartAsync();

    public async Task DisposeAsync() => await front.DisposeAsync();

    [Theory]
    [InlineData("&flush=true", "token.flush")]
    [InlineData("&invalid=1", "token.invalid")]
    [InlineData("&min_ttl=3590", "token.min_ttl")]
    [InlineData("&flush=true&invalid=1&min_ttl=3590", "token.flush")]
    public async Task A_demand_that_made_the_core_ask_the_provider_is_written_down(string demand, string action)
    {
        (front.Core.Generation, front.Core.More) = (2, Upstream);
        Assert.Equal(200, (await front.AskAsync(demand)).Status);

        var entry = Assert.Single(await front.DeedsAsync());
        Assert.Equal((action, "r", "k", "done"), (entry.Deed.Action, entry.Deed.Realm, entry.Deed.Key, entry.Result));
        Assert.Equal(("this machine", "127.0.0.1", Samples.Noon), (entry.Who, entry.From, entry.At));
    }

    [Fact]
    public async Task What_no_demand_or_no_call_to_the_provider_brought_is_not()
    {
        await front.AskAsync("&flush=true");
        front.Core.More = Upstream;
        front.Time.Advance(ScriptedCore.RevalidateAfter);
        await front.AskAsync();
        await front.AskAsync(path: "/api/token?realm=r&key=k");

        Assert.Empty(await front.DeedsAsync());
    }

    [Fact]
    public async Task Callers_are_made_and_kept_at_the_front()
    {
        var made = await front.SendAsync(TestApp.Json(HttpMethod.Post, "/api/caller", """{"id":"billing","allow":[{"realm":"r","key":"*","verbs":["read"]}]}"""));
        Assert.Equal(201, made.Status);
        var request = new HttpRequestMessage(HttpMethod.Get, FrontApp.Path);
        request.Headers.Add("x-api-key", made.Text("api_key"));
        Assert.Equal("planted-1", (await front.SendAsync(request)).Text("token"));

        Assert.Equal("caller.save", Assert.Single(await front.DeedsAsync()).Deed.Action);
        Assert.Equal(FrontApp.CoreKey, Assert.Single(front.Core.Asked).Key);
        Assert.Equal(200, (await front.AskAsync(path: "/api/audit")).Status);
    }
}
