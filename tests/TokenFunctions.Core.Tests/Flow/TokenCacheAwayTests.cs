using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>The cache of a client while its service is away.</summary>
public sealed class TokenCacheAwayTests
{
    private readonly CacheWorld world = new(checksEarly: true);
    private readonly TimeSpan checkTimeout = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_minute_without_the_service_costs_no_caller_of_a_living_token_anything(bool hangs)
    {
        foreach (var key in Keys) await world.Ask(key);
        world.Pass(44);
        GoAway(hangs);
        for (var second = 0; second < 60; second++, world.Pass(1))
        {
            foreach (var key in Keys)
            {
                var asked = world.Ask(key);
                Assert.True(asked.IsCompleted, $"{key} waits in second {second}");
                Assert.Equal("value-1", (await asked).Value());
            }
        }

        Assert.True((await world.Ask()).IsStale);
        ComeBack();
        world.Pass(1);
        await world.Ask();
        Assert.False((await world.Ask()).IsStale);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_waits_to_find_out_again_that_the_service_is_away(bool hangs)
    {
        await world.Ask("often");
        foreach (var key in Keys) await world.Ask(key);
        world.Pass(44);
        GoAway(hangs);
        for (var second = 0; second < 20; second++, world.Pass(1)) await world.Ask("often");

        // These were not asked for since: each has been past its check for four seconds.
        foreach (var key in Keys)
        {
            var asked = world.Ask(key);
            Assert.True(asked.IsCompleted);
            Assert.Equal(("value-1", true), ((await asked).Value(), (await asked).IsStale));
        }
    }

    [Fact]
    public async Task One_answer_of_the_service_ends_the_outage_for_all_tokens()
    {
        await world.Ask("often");
        await world.Ask("seldom");
        world.Pass(60);
        GoAway(hangs: false);
        await world.Ask("often");
        Assert.True((await world.Ask("seldom")).IsStale);
        ComeBack();
        world.Pass(1);
        await world.Ask("often");

        world.Pass(4.5);
        Assert.False((await world.Ask("seldom")).IsStale);
    }

    [Fact]
    public async Task A_token_is_served_until_it_is_dead_and_then_the_failure_with_its_code_and_time()
    {
        world.Source.Answer = r => world.Source.Token(r.Key, 1, dueIn: 80, deadIn: 100);
        await world.Ask();
        world.Pass(60);
        GoAway(hangs: false);
        for (var second = 60; second < 100; second++, world.Pass(1)) Assert.True((await world.Ask()).HasToken);

        var dead = await world.Ask();
        dead.Refused(FailureKind.ServiceUnavailable);
        Assert.Equal("service_unavailable", dead.Failure!.Code);
        Assert.Equal(world.Time.GetUtcNow().AddSeconds(30), dead.Failure.RetryAt);
    }

    [Fact]
    public async Task A_token_that_dies_during_its_check_is_asked_for_with_the_whole_time()
    {
        world.Source.Answer = r => world.Source.Token(r.Key, 1, dueIn: 80, deadIn: 61);
        await world.Ask();
        world.Pass(60);
        world.Source.Answer = r => r.Held is null
            ? world.Source.Token(r.Key, 2) : Away(world.Time.GetUtcNow());
        world.Source.Wait = () => Task.Delay(checkTimeout, world.Time);

        var (asked, joined) = (world.Ask(), world.Ask());
        world.Pass(2);
        Assert.False(asked.IsCompleted);
        world.Pass(2);

        Assert.Equal(("value-2", "value-2"), ((await asked).Value(), (await joined).Value()));
        Assert.Equal(3, world.Source.Calls);
    }

    [Fact]
    public async Task What_the_service_refuses_is_not_handed_out_any_more()
    {
        await world.Ask();
        world.Pass(45);
        world.Source.Answer = _ =>
            TokenResult.Of(new TokenFailure(FailureKind.ServiceRefused, "not you") { Code = "forbidden" });

        Assert.True((await world.Ask()).HasToken);
        var refused = await world.Ask();
        refused.Refused(FailureKind.ServiceRefused);
        Assert.Equal(("forbidden", 0), (refused.Failure!.Code, world.Cache.Count));
    }

    [Fact]
    public async Task Who_reports_the_living_token_gets_the_failure_and_the_others_the_token()
    {
        await world.Ask();
        GoAway(hangs: false);
        var reported = new TokenRequest(World.Key) { Invalid = 1 };
        (await world.Cache.GetAsync(reported, CancellationToken.None)).Refused(FailureKind.ServiceUnavailable);
        Assert.True((await world.Ask()).HasToken);
    }

    [Fact]
    public async Task Ten_thousand_tokens_stay_within_their_bound_and_so_do_ten_thousand_failures()
    {
        var many = new CacheWorld(maxBytes: 2_000_000, checksEarly: true);
        for (var n = 0; n < 10_000; n++)
        {
            await many.Ask($"key-{n}");
            many.Pass(0.001);
        }

        Assert.InRange(many.Cache.Bytes, 1_000_000, 2_000_000);
        Assert.InRange(many.Cache.Count, 1, 5500);
        var newest = many.Source.Calls;
        for (var n = 9_900; n < 10_000; n++) await many.Ask($"key-{n}");
        Assert.Equal(newest, many.Source.Calls);

        many.Source.Answer = _ => Away(many.Time.GetUtcNow());
        for (var n = 0; n < 25_000; n++) (await many.Ask($"lost-{n}")).Refused(FailureKind.ServiceUnavailable);
        var calls = many.Source.Calls;
        (await many.Ask("lost-24999")).Refused(FailureKind.ServiceUnavailable);
        Assert.Equal(calls, many.Source.Calls);
        (await many.Ask("lost-0")).Refused(FailureKind.ServiceUnavailable);
        Assert.Equal(calls + 1, many.Source.Calls);
    }

    private static IEnumerable<string> Keys => ["main", "b", "c", "d", "e"];

    // At once, as one that backs off, or when the time for a check is over.
    private void GoAway(bool hangs)
    {
        world.Source.Answer = _ => Away(world.Time.GetUtcNow());
        if (hangs) world.Source.Wait = () => Task.Delay(checkTimeout, world.Time);
    }

    private void ComeBack()
    {
        world.Source.Answer = null;
        world.Source.Wait = null;
    }

    private static TokenResult Away(DateTimeOffset now) => TokenResult.Of(
        new TokenFailure(FailureKind.ServiceUnavailable, "down") { RetryAt = now.AddSeconds(30) });
}
