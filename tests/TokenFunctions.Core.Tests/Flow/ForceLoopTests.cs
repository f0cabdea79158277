using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Callers who demand another token again and again.</summary>
public sealed class ForceLoopTests
{
    private const string Stable = "\"issue\": \"stable\"";

    [Fact]
    public async Task An_API_that_refuses_every_token_costs_fewer_and_fewer_calls_and_the_answer_names_the_cause()
    {
        var (world, instance) = await World.MakeAsync();
        var (bad, last) = ((await instance.Ask()).Token!.Generation, (TokenFailure?)null);

        for (var second = 0; second < 3600; second++)
        {
            var result = await instance.Ask(invalid: bad);
            if (result.HasToken) bad = result.Token.Generation;
            else last = result.Refused(FailureKind.ForceLimited);
            world.Pass(1);
        }

        // The first at once, then after 10, 20, 40 … 320 s, and every 600 s from then on.
        Assert.InRange(world.Provider.Calls, 8, 13);
        Assert.Contains("permissions", last!.Detail, StringComparison.Ordinal);
        Assert.True(last.RetryAt > world.Time.GetUtcNow().AddSeconds(-1));
    }

    [Fact]
    public async Task A_token_that_was_used_for_long_is_renewed_at_once_when_it_is_reported()
    {
        var (world, instance) = await World.MakeAsync();
        var bad = (await instance.Ask()).Token!.Generation;
        for (var n = 0; n < 3; n++)
        {
            bad = (await instance.Ask(invalid: bad)).Token!.Generation;
            world.Pass(200);
        }

        Assert.Equal(3, (await instance.Row()).Force.Streak);
        world.Pass(400 + 40);
        bad = (await instance.Ask(invalid: bad)).Token!.Generation;

        Assert.Equal(0, (await instance.Row()).Force.Streak);
        world.Pass(5);
        Assert.True((await instance.Ask(invalid: bad)).HasToken);
    }

    [Fact]
    public async Task Reports_of_a_token_that_the_provider_repeats_cost_one_call_in_all()
    {
        var (world, instance) = await World.MakeAsync(Stable);
        var other = world.Start();
        Repeats(world);
        var bad = (await instance.Ask()).Token!.Generation;

        for (var second = 0; second < 2000; second++)
        {
            (await (second % 2 == 0 ? instance : other).Ask(invalid: bad)).Refused(FailureKind.UpstreamTokenUnchanged);
            world.Pass(1);
        }

        Assert.Equal(2, world.Provider.Calls);
        Assert.Equal("same", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task Flushes_of_a_token_that_the_provider_repeats_cost_one_call_until_it_is_due()
    {
        var (world, instance) = await World.MakeAsync(Stable);
        Repeats(world);
        await instance.Ask();
        Assert.Equal("same", (await instance.Ask(flush: true)).Value());
        var due = (await instance.Row()).DueAt!.Value;

        for (var second = 0; second < 2000; second++)
        {
            Assert.Equal(due, (await instance.Ask(flush: true)).Refused(FailureKind.ForceLimited).RetryAt);
            world.Pass(1);
        }

        Assert.Equal(2, world.Provider.Calls);
        world.Time.Advance(due - world.Time.GetUtcNow());
        Assert.Equal("same", (await instance.Ask(flush: true)).Value());
        Assert.Equal(3, world.Provider.Calls);
    }

    [Fact]
    public async Task A_demand_for_more_life_than_is_left_costs_one_call_where_the_provider_repeats()
    {
        var (world, instance) = await World.MakeAsync(Stable);
        Repeats(world);
        await instance.Ask();
        world.Pass(1200);

        for (var second = 0; second < 1000; second++)
        {
            (await instance.Ask(minTtl: TimeSpan.FromMinutes(50))).Refused(FailureKind.MinTtlUnreachable);
            world.Pass(1);
        }

        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_demand_above_the_life_that_is_issued_costs_no_call_however_often_it_is_made()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();

        for (var second = 0; second < 1000; second++)
        {
            (await instance.Ask(minTtl: TimeSpan.FromHours(2))).Refused(FailureKind.MinTtlUnreachable);
            world.Pass(1);
        }

        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task Each_cause_has_its_own_renewal_of_a_generation_and_a_new_one_begins_anew()
    {
        var (world, instance) = await World.MakeAsync(Stable);
        Repeats(world);
        var bad = (await instance.Ask()).Token!.Generation;
        await instance.Ask(flush: true);
        world.Pass(6);
        await instance.Ask(invalid: bad);
        Assert.Equal((3, ForceCauses.Flush | ForceCauses.Invalid), (world.Provider.Calls, (await instance.Row()).Force.Spent));

        world.Provider.Default = null;
        await world.SaveRealmAsync(instance, Stable);
        await instance.Ask();
        await instance.Background.DrainAsync();

        Assert.Equal("token-4", (await instance.Ask()).Value());
        Assert.Equal(ForceCauses.None, (await instance.Row()).Force.Spent);
    }

    [Fact]
    public async Task An_attempt_that_failed_does_not_use_up_the_renewal_of_its_cause()
    {
        var (world, instance) = await World.MakeAsync(Stable);
        Repeats(world);
        var bad = (await instance.Ask()).Token!.Generation;
        world.Provider.Next(ScriptedProvider.Failure());
        (await instance.Ask(invalid: bad)).Refused(FailureKind.Transient);
        Assert.Equal("same", (await instance.Ask()).Value());
        world.Pass(10);

        (await instance.Ask(invalid: bad)).Refused(FailureKind.UpstreamTokenUnchanged);

        Assert.Equal(3, world.Provider.Calls);
    }

    [Fact]
    public async Task The_least_interval_of_the_realm_holds_for_forced_calls_too()
    {
        var (world, instance) = await World.MakeAsync("\"min_interval_sec\": 60, \"force_min_interval_sec\": 5");
        var called = world.Time.GetUtcNow();
        await instance.Ask();
        world.Pass(10);

        Assert.Equal(called.AddSeconds(60), (await instance.Ask(flush: true)).Refused(FailureKind.ForceLimited).RetryAt);

        world.Pass(50);
        Assert.Equal("token-2", (await instance.Ask(flush: true)).Value());
    }

    // A provider that gives one token until its end.
    private static void Repeats(World world)
    {
        var end = world.Time.GetUtcNow().AddHours(1);
        world.Provider.Default = () => ScriptedProvider.Token("same", end - world.Time.GetUtcNow());
    }
}
