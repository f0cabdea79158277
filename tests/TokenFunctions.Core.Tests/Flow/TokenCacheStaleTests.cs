using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>The cache while its source cannot be asked.</summary>
public sealed class TokenCacheStaleTests
{
    private readonly CacheWorld world = new();

    [Theory]
    [InlineData(FailureKind.StoreUnavailable)]
    [InlineData(FailureKind.VaultUnavailable)]
    [InlineData(FailureKind.SealBroken)]
    [InlineData(FailureKind.SealingKeyUnknown)]
    [InlineData(FailureKind.ServiceUnavailable)]
    public async Task A_living_token_that_cannot_be_checked_is_served_stale_with_one_try_a_second(FailureKind kind)
    {
        Assert.False((await world.Ask()).IsStale);
        world.Pass(60);
        Fail(kind);

        for (var second = 0; second < 10; second++)
        {
            for (var n = 0; n < 100; n++) Assert.Equal(("value-1", true), Said(await world.Ask()));
            world.Pass(1);
        }

        Assert.Equal(1 + 10, world.Source.Calls);
        world.Source.Answer = null;
        await world.Ask();
        Assert.Equal(("value-1", false), Said(await world.Ask()));
    }

    [Fact]
    public async Task Nobody_waits_for_a_try_that_hangs_unless_the_last_one_was_long_ago()
    {
        await world.Ask();
        world.Pass(60);
        Fail(FailureKind.StoreUnavailable);
        await world.Ask();
        world.Source.Hold = new TaskCompletionSource().Task;

        world.Pass(4.9);
        for (var n = 0; n < 10; n++) Assert.Equal(("value-1", true), Said(await world.Ask()));

        world.Pass(0.1);
        Assert.False(world.Ask().IsCompleted);
    }

    [Fact]
    public async Task A_dead_token_is_not_served_and_the_failure_is_kept_for_a_second()
    {
        world.Source.Answer = r => world.Source.Token(r.Key, 1, deadIn: 70);
        await world.Ask();
        world.Pass(60);
        Fail(FailureKind.StoreUnavailable);
        Assert.True((await world.Ask()).IsStale);

        world.Pass(10);
        for (var n = 0; n < 100; n++) (await world.Ask()).Refused(FailureKind.StoreUnavailable);
        Assert.Equal(3, world.Source.Calls);

        world.Pass(1);
        (await world.Ask()).Refused(FailureKind.StoreUnavailable);
        Assert.Equal(4, world.Source.Calls);
    }

    [Fact]
    public async Task Demands_that_the_stale_token_does_not_meet_get_the_failure()
    {
        await world.Ask();
        world.Pass(60);
        Fail(FailureKind.StoreUnavailable);
        await world.Ask();

        var reported = new TokenRequest(World.Key) { Invalid = 1 };
        (await world.Cache.GetAsync(reported, CancellationToken.None)).Refused(FailureKind.StoreUnavailable);
        Assert.Equal(("value-1", true), Said(await world.Ask()));
    }

    [Fact]
    public async Task What_the_source_calls_stale_is_kept_for_as_long_as_it_says_and_tried_behind()
    {
        world.Source.Answer = r => world.Source.Token(r.Key, 1, revalidateAfter: 1) with { IsStale = true };
        await world.Ask();
        for (var n = 0; n < 10; n++) Assert.Equal(("value-1", true), Said(await world.Ask()));
        Assert.Equal(1, world.Source.Calls);

        world.Pass(1);
        for (var n = 0; n < 10; n++) Assert.Equal(("value-1", true), Said(await world.Ask()));
        Assert.Equal(2, world.Source.Calls);
    }

    [Fact]
    public async Task An_older_stale_answer_of_the_source_gives_way_to_what_memory_has()
    {
        world.Source.Answer = r => world.Source.Token(r.Key, 2);
        await world.Ask();
        world.Pass(60);
        world.Source.Answer = r => world.Source.Token(r.Key, 1, revalidateAfter: 1) with { IsStale = true };

        Assert.Equal(("value-2", true), Said(await world.Ask()));
        Assert.Equal(("value-2", true), Said(await world.Ask()));
    }

    [Fact]
    public async Task A_failure_of_an_attempt_says_that_the_token_is_no_good_and_takes_it_out_of_memory()
    {
        await world.Ask();
        world.Pass(60);
        var at = world.Time.GetUtcNow();
        world.Source.Answer = _ => TokenResult.Of(new TokenFailure(FailureKind.VaultUnavailable, "x") { At = at, RetryAt = at });

        (await world.Ask()).Refused(FailureKind.VaultUnavailable);
        Assert.Equal(0, world.Cache.Count);
    }

    [Fact]
    public async Task What_was_forgotten_during_the_try_is_not_served()
    {
        await world.Ask();
        world.Pass(60);
        var held = new TaskCompletionSource();
        world.Source.Hold = held.Task;
        Fail(FailureKind.StoreUnavailable);
        var asked = world.Ask();
        world.Cache.Forget("demo");
        held.SetResult();

        (await asked).Refused(FailureKind.StoreUnavailable);
    }

    [Fact]
    public async Task Over_the_broker_a_storm_during_an_outage_costs_one_try_a_second_and_no_call()
    {
        var (flow, instance) = await World.MakeAsync("\"issue\": \"replaces\"");
        var request = new TokenRequest(World.Key);
        await instance.Cache.GetAsync(request, CancellationToken.None);
        instance.Store.Down = true;
        var reads = instance.Store.Tokens.Reads;
        for (var second = 0; second < 10; second++)
        {
            for (var n = 0; n < 100; n++)
                Assert.Equal(("token-1", true), Said(await instance.Cache.GetAsync(request, CancellationToken.None)));
            flow.Pass(1);
        }

        Assert.InRange(instance.Store.Tokens.Reads - reads, 5, 11);
        Assert.Equal(1, flow.Provider.Calls);
        instance.Store.Down = false;
        flow.Pass(1);
        await instance.Cache.GetAsync(request, CancellationToken.None);
        Assert.Equal(("token-1", false), Said(await instance.Cache.GetAsync(request, CancellationToken.None)));
    }

    private static (string Value, bool IsStale) Said(TokenResult result) => (result.Value(), result.IsStale);

    private void Fail(FailureKind kind) => world.Source.Answer = _ => TokenResult.Of(new TokenFailure(kind, "down"));
}
