using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Tokens that an earlier run of the program had.</summary>
public sealed class TokenCacheRestoreTests
{
    private readonly CacheWorld world = new();

    [Fact]
    public async Task The_first_caller_asks_the_source_and_gets_what_it_says()
    {
        Restore(7);
        Assert.False(world.Cache.TryGetFresh(World.Key, out _));
        world.Source.Answer = r => world.Source.Token(r.Key, 3);

        Assert.Equal("value-3", (await world.Ask()).Value());
        Assert.Equal(7, world.Source.Requests.Single().Held!.Generation);
        var second = await world.Ask();
        Assert.Equal(("value-3", false), (second.Value(), second.IsStale));
    }

    [Fact]
    public async Task After_the_source_was_put_back_its_older_generations_are_kept_again()
    {
        world.Source.Answer = r => world.Source.Token(r.Key, 10);
        await world.Ask();
        world.Pass(61);
        world.Source.Answer = r => world.Source.Token(r.Key, 9);

        Assert.Equal("value-9", (await world.Ask()).Value());
        var calls = world.Source.Requests.Count;
        Assert.Equal("value-9", (await world.Ask()).Value());
        Assert.Equal(calls, world.Source.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_says_nothing_new_is_no_change()
    {
        var failed = new TokenFailure(FailureKind.Quota, "Used up.");
        var told = world.Source.Token(World.Key, 10) with { RenewalFailed = failed };
        world.Source.Answer = _ => Told(told);
        await world.Ask();
        var changes = world.Cache.Changes;
        world.Pass(61);
        await world.Ask();

        Assert.Equal((2, changes), (world.Source.Requests.Count, world.Cache.Changes));

        // As a client reads it: a token of its own each time, asked for at another time.
        TokenResult Told(TokenResult same) =>
            TokenResult.Of(same.Token! with { IssuedAt = world.Time.GetUtcNow() }) with
            {
                RenewalFailed = failed,
                DueAt = same.DueAt,
                DeadAt = same.DeadAt,
                RevalidateAfter = same.RevalidateAfter,
            };
    }

    [Fact]
    public async Task While_the_service_is_away_it_is_handed_out_as_stale_until_it_is_dead()
    {
        Restore(7, deadIn: 100);
        GoAway();
        for (var second = 0; second < 100; second++, world.Pass(1))
        {
            var result = await world.Ask();
            Assert.Equal(("value-7", true), (result.Value(), result.IsStale));
        }

        (await world.Ask()).Refused(FailureKind.ServiceUnavailable);
    }

    [Fact]
    public async Task What_the_service_refuses_is_gone()
    {
        Restore(7);
        world.Source.Answer = _ => TokenResult.Of(new TokenFailure(FailureKind.ServiceRefused, "not you"));
        (await world.Ask()).Refused(FailureKind.ServiceRefused);
        GoAway();
        world.Pass(5);
        (await world.Ask()).Refused(FailureKind.ServiceUnavailable);
    }

    [Fact]
    public async Task It_never_replaces_what_is_known_already_and_dead_ones_are_left_out()
    {
        await world.Ask();
        Restore(7);
        Restore(7, "dead", deadIn: -1);
        Assert.Equal("value-1", (await world.Ask()).Value());
        Assert.Equal(1, world.Cache.Count);
    }

    [Fact]
    public async Task Living_answers_are_told_the_longest_unused_last()
    {
        world.Source.Answer = r => world.Source.Token(r.Key, 1, deadIn: r.Key.Key == "short" ? 2 : 3600);
        foreach (var key in new[] { "short", "a", "b", "c" })
        {
            await world.Ask(key);
            world.Pass(1);
        }

        await world.Ask("a");
        Assert.Equal(["a", "c", "b"], world.Cache.Living().Select(result => result.Token!.Key.Key));
    }

    [Fact]
    public async Task Changes_grow_when_a_token_comes_changes_or_goes_and_not_with_use_or_checks()
    {
        var before = world.Cache.Changes;
        await world.Ask();
        Assert.NotEqual(before, before = world.Cache.Changes);

        await world.Ask();
        world.Pass(60);
        world.Source.Answer = r => TokenResult.Of(r.Held!) with { RevalidateAfter = TimeSpan.FromSeconds(60) };
        await world.Ask();
        Assert.Equal(before, world.Cache.Changes);

        world.Pass(60);
        world.Source.Answer = r => world.Source.Token(r.Key, 2);
        await world.Ask();
        Assert.NotEqual(before, before = world.Cache.Changes);

        world.Cache.Forget("demo");
        Assert.NotEqual(before, world.Cache.Changes);
    }

    private void Restore(long generation, string key = "main", double deadIn = 3600) =>
        world.Cache.Restore([world.Source.Token(new TokenKey("demo", key), generation, deadIn: deadIn)]);

    private void GoAway() => world.Source.Answer = _ =>
        TokenResult.Of(new TokenFailure(FailureKind.ServiceUnavailable, "down"));
}
