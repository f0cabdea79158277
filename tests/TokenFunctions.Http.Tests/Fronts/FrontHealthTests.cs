using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Http.Fronts;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Tests.Fronts;

/// <summary>A front is ready when its own store answers: without its core it still has living tokens.</summary>
public sealed class FrontHealthTests : IAsyncLifetime
{
    private FrontApp front = null!;

    private CoreTrouble? Trouble => front.Services.GetRequiredService<CoreWatch>().Trouble;

    public async Task InitializeAsync() => front = await FrontApp.StartAsync();

    public async Task DisposeAsync() => await front.DisposeAsync();

    [Fact]
    public async Task A_front_without_its_core_is_ready_and_knows_since_when_it_is_away()
    {
        Assert.Null(Trouble);
        front.Core.IsAway = true;
        await front.AskAsync();
        front.Time.Advance(TimeSpan.FromMinutes(1));
        await front.AskAsync();

        Assert.Equal(new CoreTrouble("core_unavailable", Samples.Noon), Trouble);
        foreach (var path in new[] { "/api/health", "/api/health/ready", "/api/health/live" })
            Assert.Equal(200, (await front.AskAsync(path: path)).Status);
        Assert.Single(front.Log.Lines, line => line.Contains("The core cannot be asked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_front_whose_own_store_does_not_answer_lives_but_is_not_ready()
    {
        front.Tables.Ping = _ => throw new StoreUnavailableException();
        Assert.Equal((503, "store_unavailable"), await AskAsync("/api/health/ready"));
        Assert.Equal(200, (await front.AskAsync(path: "/api/health/live")).Status);
    }

    [Fact]
    public async Task A_core_that_answers_again_is_no_trouble_and_neither_is_a_token_that_cannot_be_had()
    {
        front.Core.Problem = (401, ScriptedCore.Told("expired_key"));
        await front.AskAsync();
        Assert.Equal("core_refused", Trouble?.Code);

        foreach (var code in new[] { "forbidden", "unknown_secret" })
        {
            front.Core.Problem = (403, ScriptedCore.Told(code));
            front.Time.Advance(TimeSpan.FromSeconds(5));
            Assert.NotEqual(200, (await front.AskAsync()).Status);
            Assert.Null(Trouble);
        }
    }

    [Fact]
    public async Task Trouble_that_comes_and_goes_is_told_once_a_minute()
    {
        for (var n = 0; n < 20; n++)
        {
            front.Core.Problem = n % 2 == 0 ? (401, ScriptedCore.Told("expired_key")) : (404, ScriptedCore.Told("unknown_secret"));
            front.Time.Advance(TimeSpan.FromSeconds(2));
            await front.AskAsync(path: $"/api/token?realm=r&key=k{n}");
        }

        Assert.Single(front.Log.Lines, line => line.Contains("The core does not serve this front", StringComparison.Ordinal));
        Assert.Single(front.Log.Lines, line => line.Contains("The core serves this front again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_of_the_core_with_one_request_is_no_trouble_of_the_whole_front()
    {
        front.Core.Problem = (500, ScriptedCore.Told("internal_error"));
        Assert.Equal(503, (await front.AskAsync()).Status);

        Assert.Null(Trouble);
    }

    [Fact]
    public async Task Who_asks_the_core_itself_too_often_keeps_nobody_from_tokens_in_memory()
    {
        front.Core.Problem = (429, ScriptedCore.Told("rate_limited"));
        Assert.Equal(503, (await front.AskAsync(path: "/api/token?realm=r&key=k")).Status);
        front.Core.Problem = null;

        Assert.Equal(200, (await front.AskAsync()).Status);
    }

    private async Task<(int Status, string? Code)> AskAsync(string path)
    {
        var reply = await front.AskAsync(path: path);
        return (reply.Status, reply.Code);
    }
}
