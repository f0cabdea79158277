using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Renewals by force: <c>flush</c> and <c>min_ttl</c>.</summary>
public sealed class FlushTests
{
    [Fact]
    public async Task A_flush_makes_one_renewal_for_all_who_flush_together()
    {
        var (world, instance) = await World.MakeAsync();
        var other = world.Start();
        await instance.Ask();
        var held = world.Provider.HoldNext();

        var flushes = Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? instance : other).Ask(flush: true)).ToArray();
        held.SetResult(ScriptedProvider.Token("new", TimeSpan.FromHours(1)));

        Assert.All(await world.RunAsync(Task.WhenAll(flushes)), r => Assert.Equal("new", r.Value()));
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_flush_inside_the_interval_is_told_when_it_may_be_tried_again()
    {
        var (world, instance) = await World.MakeAsync("\"force_min_interval_sec\": 30");
        await instance.Ask();
        await instance.Ask(flush: true);
        var forced = world.Time.GetUtcNow();
        world.Pass(29);

        var limited = (await instance.Ask(flush: true)).Refused(FailureKind.ForceLimited);
        Assert.Equal(forced.AddSeconds(30), limited.RetryAt);
        Assert.Equal(2, world.Provider.Calls);

        world.Pass(1);
        Assert.Equal("token-3", (await instance.Ask(flush: true)).Value());
    }

    [Fact]
    public async Task A_flush_waits_for_an_attempt_that_is_under_way_instead_of_making_one()
    {
        var (world, holder) = await World.MakeAsync();
        var other = world.Start();
        await holder.Ask();
        world.Pass(3300);
        var held = world.Provider.HoldNext();
        await holder.Ask();

        var flushed = other.Ask(flush: true);
        held.SetResult(ScriptedProvider.Token("new", TimeSpan.FromHours(1)));

        Assert.Equal("new", (await world.RunAsync(flushed)).Value());
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_flush_of_a_token_that_was_just_written_is_not_answered_with_it()
    {
        var (world, instance) = await World.MakeAsync();
        Task<TokenResult>? flushed = null;
        var held = world.Provider.HoldNext();
        var first = instance.Ask();
        instance.Store.Tokens.AfterWrite(1, () =>
        {
            flushed = instance.Ask(flush: true);
            return Task.CompletedTask;
        });
        held.SetResult(ScriptedProvider.Token("first", TimeSpan.FromHours(1)));

        Assert.Equal("first", (await first).Value());
        Assert.Equal("token-2", (await world.RunAsync(flushed!)).Value());
    }

    [Fact]
    public async Task A_demand_above_the_life_of_the_last_issue_is_refused_without_a_call()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();

        (await instance.Ask(minTtl: TimeSpan.FromHours(2))).Refused(FailureKind.MinTtlUnreachable);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_demand_that_a_new_token_meets_renews_once()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(1800);

        Assert.Equal("token-1", (await instance.Ask(minTtl: TimeSpan.FromMinutes(20))).Value());
        Assert.Equal("token-2", (await instance.Ask(minTtl: TimeSpan.FromMinutes(50))).Value());
        Assert.Equal("token-2", (await instance.Ask(minTtl: TimeSpan.FromMinutes(50))).Value());
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_demand_is_measured_by_the_life_that_was_issued_and_not_by_what_an_unanswered_call_left_of_it()
    {
        var (world, instance) = await World.MakeAsync("\"issue\": \"replaces\", \"overlap_sec\": 300");
        await instance.Ask();
        world.Provider.Next(UpstreamFailures.Transient(UpstreamReach.Unanswered));
        (await instance.Ask(flush: true)).Refused(FailureKind.Transient);
        world.Pass(6);

        Assert.Equal("token-3", (await instance.Ask(minTtl: TimeSpan.FromMinutes(50))).Value());
    }
}
