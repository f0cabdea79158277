using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>A cache that checks its answers before their time is over, so that nobody waits for it.</summary>
public sealed class TokenCacheEarlyTests
{
    private readonly CacheWorld world = new(checksEarly: true);

    [Fact]
    public async Task From_three_quarters_on_one_caller_asks_behind_with_what_it_has()
    {
        await world.Ask();
        world.Pass(44.9);
        await world.Ask();
        Assert.Equal(1, world.Source.Calls);

        world.Pass(0.1);
        world.Source.Hold = new TaskCompletionSource().Task;
        for (var n = 0; n < 100; n++) Assert.True(world.Ask().IsCompleted);

        Assert.Equal(2, world.Source.Calls);
        Assert.Equal("value-1", world.Source.Requests[1].Held!.Value.Reveal());
    }

    [Fact]
    public async Task A_token_in_steady_use_is_checked_again_and_again_and_nobody_waits()
    {
        await world.Ask();
        world.Source.Answer = r => TokenResult.Of(r.Held!) with { RevalidateAfter = TimeSpan.FromSeconds(60) };
        for (var second = 0; second < 600; second++)
        {
            var held = new TaskCompletionSource();
            world.Source.Hold = held.Task;
            var asked = world.Ask();
            Assert.True(asked.IsCompleted);
            Assert.Equal("value-1", (await asked).Value());
            held.SetResult();
            world.Pass(1);
        }

        Assert.InRange(world.Source.Calls, 13, 14);
    }

    [Fact]
    public async Task Without_a_caller_in_the_last_quarter_the_next_one_waits_as_ever()
    {
        await world.Ask();
        world.Pass(60);
        world.Source.Hold = new TaskCompletionSource().Task;
        Assert.False(world.Ask().IsCompleted);
    }

    [Fact]
    public async Task What_the_check_brings_is_handed_out_next()
    {
        await world.Ask();
        world.Pass(45);
        world.Source.Answer = r => world.Source.Token(r.Key, 2);
        Assert.Equal("value-1", (await world.Ask()).Value());
        Assert.Equal("value-2", (await world.Ask()).Value());
    }

    [Fact]
    public async Task A_cache_that_was_not_told_to_does_not_check_early()
    {
        var usual = new CacheWorld();
        await usual.Ask();
        usual.Pass(59.9);
        await usual.Ask();
        Assert.Equal(1, usual.Source.Calls);
    }
}
