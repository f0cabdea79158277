using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Store down is not token dead.</summary>
public sealed class StoreDownTests
{
    [Fact]
    public async Task A_living_token_is_handed_out_from_the_last_read_row_and_says_that_it_is_stale()
    {
        var (world, instance) = await World.MakeAsync();
        var before = await instance.Ask();
        instance.Store.Down = true;

        var stale = await instance.Ask();

        Assert.Equal("token-1", stale.Value());
        Assert.Equal((false, true), (before.IsStale, stale.IsStale));
        Assert.Equal(TimeSpan.FromSeconds(1), stale.RevalidateAfter);
        instance.Store.Down = false;
        var after = await instance.Ask();
        Assert.Equal((before.Token, false), (after.Token! with { Extra = before.Token!.Extra }, after.IsStale));
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task Realm_and_secret_are_known_as_long_as_the_store_is_down()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        instance.Store.Down = true;
        world.Pass(1800);

        Assert.True((await instance.Ask()).IsStale);
    }

    [Fact]
    public async Task Demands_that_the_old_row_meets_are_met_and_others_are_told_that_the_store_is_down()
    {
        var (world, instance) = await World.MakeAsync();
        var generation = (await instance.Ask()).Token!.Generation;
        instance.Store.Down = true;

        Assert.Equal("token-1", (await instance.Ask(invalid: generation - 1)).Value());
        Assert.Equal("token-1", (await instance.Ask(minTtl: TimeSpan.FromMinutes(30))).Value());
        (await instance.Ask(invalid: generation)).Refused(FailureKind.StoreUnavailable);
        (await instance.Ask(invalid: generation + 1)).Refused(FailureKind.StoreUnavailable);
        (await instance.Ask(minTtl: TimeSpan.FromHours(2))).Refused(FailureKind.StoreUnavailable);
        (await instance.Ask(flush: true)).Refused(FailureKind.StoreUnavailable);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_dead_token_is_not_handed_out_and_the_provider_is_not_asked()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        instance.Store.Down = true;
        world.Pass(3590);

        (await instance.Ask()).Refused(FailureKind.StoreUnavailable);

        instance.Store.Down = false;
        Assert.Equal("token-2", (await instance.Ask()).Value());
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_due_token_is_handed_out_and_renewed_once_when_the_store_is_back()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        instance.Store.Down = true;
        world.Pass(3300);
        for (var n = 0; n < 10; n++) Assert.Equal("token-1", (await instance.Ask()).Value());
        Assert.Equal(1, world.Provider.Calls);

        instance.Store.Down = false;
        for (var n = 0; n < 10; n++) await instance.Ask();

        Assert.Equal("token-2", (await instance.Ask()).Value());
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task What_was_never_read_is_told_to_be_out_of_reach()
    {
        var (world, instance) = await World.MakeAsync();
        instance.Store.Tokens.Down = true;
        (await instance.Ask()).Refused(FailureKind.StoreUnavailable);

        var other = world.Start();
        other.Store.Down = true;
        (await other.Ask()).Refused(FailureKind.StoreUnavailable);
        Assert.Equal(0, world.Provider.Calls);
    }

    [Fact]
    public async Task What_a_renewal_behind_has_brought_is_remembered_too()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        Assert.Equal("token-1", (await instance.Ask()).Value());
        instance.Store.Down = true;

        Assert.Equal("token-2", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task The_sweep_renews_nothing_from_memory()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        instance.Store.Down = true;
        world.Pass(3590);

        (await instance.Broker.RenewAsync(World.Key, CancellationToken.None)).Refused(FailureKind.StoreUnavailable);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task Who_waits_for_another_instance_waits_on_while_the_store_is_away_for_a_while()
    {
        var (world, holder) = await World.MakeAsync();
        var other = world.Start();
        var held = world.Provider.HoldNext();
        var first = holder.Ask();
        var waiting = Enumerable.Range(0, 10).Select(_ => other.Ask()).ToArray();
        other.Store.Down = true;
        for (var step = 0; step < 20; step++) world.Pass(0.25);
        Assert.All(waiting, one => Assert.False(one.IsCompleted));

        held.SetResult(ScriptedProvider.Token("shared", TimeSpan.FromHours(1)));
        await first;
        other.Store.Down = false;

        Assert.All(await world.RunAsync(Task.WhenAll(waiting)), result => Assert.Equal("shared", result.Value()));
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task Who_waits_while_the_store_stays_away_is_answered_at_its_deadline_and_others_have_the_living_token()
    {
        var (world, holder) = await World.MakeAsync("\"timeout_ms\": 60000");
        await holder.Ask();
        var other = world.Start();
        await other.Ask();
        var held = world.Provider.HoldNext();
        var forcing = holder.Ask(flush: true);
        var waiting = other.Ask(flush: true);
        other.Store.Down = true;

        for (var step = 0; step < 99; step++) world.Pass(0.25);
        Assert.False(waiting.IsCompleted);
        Assert.Equal("token-1", (await other.Ask()).Value());
        world.Pass(0.25);

        (await waiting).Refused(FailureKind.RenewalInProgress);
        held.SetResult(ScriptedProvider.Token("late", TimeSpan.FromHours(1)));
        await holder.Background.DrainAsync();
        other.Store.Down = false;
        Assert.Equal("late", (await other.Ask()).Value());
    }

    [Fact]
    public async Task A_store_that_hangs_is_not_waited_for_where_the_last_read_row_is_enough()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        var hanging = new TaskCompletionSource();
        instance.Store.Tokens.BeforeRead(1, () => hanging.Task);
        instance.Store.Tokens.BeforeRead(2, () => hanging.Task);

        var plain = instance.Ask();
        var flush = instance.Ask(flush: true);
        world.Pass(2);

        Assert.True((await plain).IsStale);
        Assert.False(flush.IsCompleted);
        hanging.SetResult();
        Assert.Equal("token-2", (await world.RunAsync(flush)).Value());
    }
}
