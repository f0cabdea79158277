using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Sweeping;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Sweeping;

public sealed class SweepTests
{
    [Fact]
    public async Task A_sweep_renews_what_is_due_and_nothing_else()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();

        var fresh = await world.SweepAsync(instance);
        world.Pass(3300);
        var due = await world.SweepAsync(instance);
        var again = await world.SweepAsync(instance);

        Assert.Equal(new SweepReport(), fresh);
        Assert.Equal(new SweepReport { Hints = 1, Renewed = 1 }, due);
        Assert.Equal(new SweepReport(), again);
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_backlog_of_hours_is_found_and_the_next_hints_are_there_before_the_old_ones_go()
    {
        var (world, instance) = await World.MakeAsync();
        foreach (var key in await world.SaveManyAsync(instance, 40))
        {
            await instance.Ask(key);
            world.Pass(60);
        }

        world.Pass(5 * 3600);
        var report = await world.SweepAsync(world.Start());

        Assert.Equal(new SweepReport { Hints = 40, Renewed = 40 }, report);
        var hints = await world.RowsAsync("due");
        Assert.Equal(40, hints.Count);
        Assert.All(hints, hint => Assert.True(hint.Time("due_at") > world.Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_token_that_nobody_used_since_its_last_renewal_is_left_to_the_next_caller()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        await world.SweepAsync(instance);

        world.Pass(3300);
        var unwanted = await world.SweepAsync(instance);
        world.Pass(60);
        var after = await world.SweepAsync(instance);

        Assert.Equal(new SweepReport { Hints = 1, Unwanted = 1 }, unwanted);
        Assert.Equal(new SweepReport(), after);
        Assert.Equal(2, world.Provider.Calls);
        Assert.Equal("token-2", (await instance.Ask()).Value());
        Assert.Equal(3, world.Provider.Calls);
    }

    [Fact]
    public async Task A_token_that_was_used_a_short_time_ago_is_renewed_although_this_generation_was_not_used()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.Life = TimeSpan.FromMinutes(2);
        await instance.Ask();
        var renewed = 0;
        for (var minute = 0; minute < 30; minute++)
        {
            world.Pass(60);
            renewed += (await world.SweepAsync(instance)).Renewed;
        }

        // One that lives two minutes is renewed at almost each sweep of the window of ten minutes, and not after it.
        Assert.InRange(renewed, 4, 10);
        Assert.Empty(await world.RowsAsync("due"));
    }

    [Fact]
    public async Task A_secret_that_is_kept_warm_gets_a_token_without_anybody_asking_and_is_renewed_for_ever()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveSecretAsync(instance, "one", keepWarm: true);
        world.Pass(60);

        var first = await world.SweepAsync(instance);
        for (var i = 0; i < 3; i++)
        {
            world.Pass(3300);
            Assert.Equal(new SweepReport { Hints = 1, Renewed = 1 }, await world.SweepAsync(instance));
        }

        Assert.Equal(new SweepReport { Hints = 1, Renewed = 1 }, first);
        Assert.Equal(4, world.Provider.Calls);
    }

    [Fact]
    public async Task A_realm_with_rotating_state_is_kept_warm()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "rotating", """
            "state": [{"name": "refresh_token", "initial": "$key_1", "path": "refresh_token"}]
            """);

        var first = await world.SweepAsync(instance);
        world.Pass(3300);
        var second = await world.SweepAsync(instance);

        Assert.Equal((1, 1), (first.Renewed, second.Renewed));
    }

    [Fact]
    public async Task A_failing_renewal_is_tried_again_when_its_back_off_ends_and_not_before()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveSecretAsync(instance, "one", keepWarm: true);
        world.Pass(60);
        world.Provider.Next(ScriptedProvider.Failure(), ScriptedProvider.Failure());

        var failed = await world.SweepAsync(instance);
        var held = await world.SweepAsync(instance);
        world.Pass(60);
        var again = await world.SweepAsync(instance);
        world.Pass(60);
        var healed = await world.SweepAsync(instance);

        Assert.Equal((1, 0), (failed.Failed, failed.Renewed));
        Assert.Equal(new SweepReport { Hints = 1, NotDue = 1 }, held);
        Assert.Equal((1, 0), (again.Failed, again.Renewed));
        Assert.Equal((0, 1), (healed.Failed, healed.Renewed));
        Assert.Equal(3, world.Provider.Calls);
    }

    [Fact]
    public async Task A_due_token_whose_realm_wants_an_interval_is_put_off_until_its_end_and_not_told_as_renewed()
    {
        var (world, instance) = await World.MakeAsync("\"min_interval_sec\": 3500");
        await instance.Ask();
        world.Pass(3300);

        var early = await world.SweepAsync(instance);
        world.Pass(60);
        var between = await world.SweepAsync(instance);
        world.Pass(141);
        var renewed = await world.SweepAsync(instance);

        Assert.Equal(new SweepReport { Hints = 1, Held = 1 }, early);
        Assert.Equal(new SweepReport(), between);
        Assert.Equal(new SweepReport { Hints = 1, Renewed = 1 }, renewed);
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_failure_that_a_caller_met_holds_for_the_sweep_too()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        var late = UpstreamAnswer.Of(new UpstreamFailure(FailureKind.Throttled, "Slowly.", UpstreamReach.Answered) { RetryAfter = TimeSpan.FromMinutes(3) });
        world.Provider.Next(late);
        await instance.Ask();

        var held = await world.SweepAsync(instance);
        world.Pass(181);
        var healed = await world.SweepAsync(instance);

        Assert.Equal((1, 0), (held.Held, held.Renewed));
        Assert.Equal(1, healed.Renewed);
        Assert.Equal(3, world.Provider.Calls);
    }

    [Fact]
    public async Task A_changed_realm_brings_all_its_used_tokens_within_a_minute()
    {
        var (world, instance) = await World.MakeAsync();
        foreach (var key in await world.SaveManyAsync(instance, 30)) await instance.Ask(key);

        world.Pass(120);
        await world.SaveRealmAsync(instance, "\"timeout_ms\": 9000");
        var atOnce = await world.SweepAsync(instance);
        world.Pass(60);
        var next = await world.SweepAsync(instance);
        world.Pass(60);
        var later = await world.SweepAsync(instance);

        // Every process knows of the change 35 s after it.
        Assert.Equal(0, atOnce.Renewed);
        Assert.InRange(next.Renewed, 5, 20);
        Assert.Equal(30, next.Renewed + later.Renewed);
    }

    [Fact]
    public async Task A_changed_secret_is_renewed_by_the_next_sweep()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        await world.SaveSecretAsync(instance, "two");
        world.Pass(60);

        Assert.Equal(1, (await world.SweepAsync(instance)).Renewed);
        Assert.Equal("two", world.Provider.Key1);
    }

    [Fact]
    public async Task A_change_that_another_process_does_not_know_of_yet_is_not_taken_for_nothing()
    {
        var (world, instance) = await World.MakeAsync();
        var other = world.Start();
        await other.Ask();
        await world.SaveSecretAsync(instance, "two");

        var tooSoon = await world.SweepAsync(other);
        world.Pass(60);
        var next = await world.SweepAsync(other);

        Assert.Equal((0, 1), (tooSoon.Renewed, next.Renewed));
        Assert.Equal("two", world.Provider.Key1);
    }

    [Fact]
    public async Task Hints_at_what_is_gone_are_dropped()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        await instance.Registrar.RemoveRealmAsync("demo", null, true, CancellationToken.None);
        world.Pass(3300);

        Assert.Equal(new SweepReport { Hints = 1, NotDue = 1 }, await world.SweepAsync(instance));
        Assert.Empty(await world.RowsAsync("due"));
    }
}
