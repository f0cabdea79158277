using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests.Fronts;

/// <summary>How long what the core has withdrawn can live in a front, and what it costs the core that it cannot
/// longer.</summary>
public sealed class FrontBoundTests : IAsyncLifetime
{
    private FrontApp front = null!;

    public async Task InitializeAsync() => front = await FrontApp.StartAsync();

    public async Task DisposeAsync() => await front.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(59.9)]
    public async Task A_withdrawn_generation_is_gone_when_the_time_is_over_though_nobody_asked_meanwhile(double withdrawnAfter)
    {
        await front.AskAsync();
        front.Time.Advance(TimeSpan.FromSeconds(withdrawnAfter));
        front.Core.Generation = 2;
        front.Time.Advance(ScriptedCore.RevalidateAfter);
        Assert.Equal("planted-2", (await front.AskAsync()).Text("token"));
    }

    // At any moment of asking and of withdrawing.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task No_answer_holds_a_generation_that_was_withdrawn_longer_ago_than_the_time(int seed)
    {
        var random = new Random(seed);
        front.Core.Life = TimeSpan.FromDays(1);
        var withdrawn = new Dictionary<long, DateTimeOffset>();
        for (var step = 0; step < 400; step++)
        {
            front.Time.Advance(TimeSpan.FromMilliseconds(random.Next(random.Next(2) == 0 ? 500 : 30_000)));
            if (random.Next(10) == 0) withdrawn[front.Core.Generation++] = front.Time.GetUtcNow();
            var reply = await front.AskAsync();
            await front.SettleAsync();
            Assert.DoesNotContain("stale", reply.Body, StringComparison.Ordinal);
            var generation = reply.Json.GetProperty("generation").GetInt64();
            var age = withdrawn.TryGetValue(generation, out var at) ? front.Time.GetUtcNow() - at : TimeSpan.Zero;
            Assert.True(age < ScriptedCore.RevalidateAfter, $"Generation {generation} was withdrawn {age} ago.");
        }

        Assert.True(withdrawn.Count > 10, $"{withdrawn.Count} were withdrawn.");
    }

    [Fact]
    public async Task An_unchanged_token_costs_the_core_one_conditional_request_a_period_however_many_ask()
    {
        for (var second = 0; second < 600; second++)
        {
            for (var n = 0; n < 3; n++) Assert.Equal("planted-1", (await front.AskAsync()).Text("token"));
            await front.SettleAsync();
            front.Time.Advance(TimeSpan.FromSeconds(1));
        }

        // Between three quarters of the period and the whole of it.
        Assert.InRange(front.Core.Asked.Count, 10, 15);
        Assert.All(front.Core.Asked.Skip(1), asked => Assert.NotNull(asked.Known));
    }

    [Fact]
    public async Task While_the_core_is_away_for_a_minute_no_caller_of_a_living_token_fails()
    {
        await front.AskAsync();
        front.Core.IsAway = true;
        for (var second = 0; second < 60; second++)
        {
            front.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal("planted-1", (await front.AskAsync()).Text("token"));
        }

        front.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.True((await front.AskAsync()).Json.GetProperty("stale").GetBoolean());
    }

    [Fact]
    public async Task A_token_that_dies_while_the_core_is_away_is_handed_out_no_more()
    {
        await front.AskAsync();
        front.Core.IsAway = true;
        front.Time.Advance(front.Core.Life - TimeSpan.FromSeconds(2));
        Assert.Equal("planted-1", (await front.AskAsync()).Text("token"));
        front.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((503, "core_unavailable"), await CodeAsync());
    }

    [Fact]
    public async Task When_the_core_is_back_what_was_withdrawn_meanwhile_is_gone_after_the_pause()
    {
        await front.AskAsync();
        front.Core.IsAway = true;
        for (var second = 0; second < 120; second++)
        {
            front.Time.Advance(TimeSpan.FromSeconds(1));
            await front.AskAsync();
            await front.SettleAsync();
        }

        (front.Core.IsAway, front.Core.Generation) = (false, 2);
        // The longest pause, and the second between two tries behind.
        front.Time.Advance(TimeSpan.FromSeconds(31));
        await front.AskAsync();
        await Eventually.HoldsAsync(async () => (await front.AskAsync()).Text("token") == "planted-2", "The newer one is there");
        Assert.DoesNotContain("stale", (await front.AskAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_front_whose_key_was_removed_hands_nothing_out_once_the_time_is_over()
    {
        await front.AskAsync();
        front.Core.Problem = (401, ScriptedCore.Told("unauthorized"));
        front.Time.Advance(ScriptedCore.RevalidateAfter);
        Assert.Equal((502, "core_refused"), await CodeAsync());

        front.Core.Problem = null;
        front.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("planted-1", (await front.AskAsync()).Text("token"));
        foreach (var what in new[] { "Error TokenFunctions.Http.Fronts.CoreWatch: The core does not serve", "The core serves this front again" })
            Assert.Single(front.Log.Lines, line => line.Contains(what, StringComparison.Ordinal));
    }

    private async Task<(int Status, string? Code)> CodeAsync()
    {
        var reply = await front.AskAsync();
        return (reply.Status, reply.Code);
    }
}
