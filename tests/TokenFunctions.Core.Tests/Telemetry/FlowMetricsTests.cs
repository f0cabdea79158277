using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Core.Tests.Sweeping;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Telemetry;

/// <summary>What the flow tells of itself.</summary>
public sealed class FlowMetricsTests
{
    [Fact]
    public async Task A_first_token_is_late_since_its_caller_waits_and_a_renewal_behind_is_early()
    {
        var (world, instance) = await World.MakeAsync();
        using var heard = new Heard(instance.Figures.Meter);
        await instance.Ask();
        world.Pass(3300);
        await instance.Ask();
        await world.RunAsync(instance.Drained());

        Assert.Equal(["renewals{realm=demo,result=late} 1", "renewals{realm=demo,result=early} 1"], heard.Of("renewals"));
        Assert.Equal(["provider.calls{realm=demo,class=ok} 1", "provider.calls{realm=demo,class=ok} 1"], heard.Of("provider.calls"));
        Assert.Equal(2, heard.Of("provider.duration").Count);
    }

    [Fact]
    public async Task A_renewal_by_the_sweep_is_early_while_the_old_token_lives_and_late_after_it_died()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveSecretAsync(instance, "one", keepWarm: true);
        using var heard = new Heard(instance.Figures.Meter);
        await instance.Ask();
        world.Pass(3300);
        await world.SweepAsync(instance);
        world.Pass(7200);
        await world.SweepAsync(instance);

        Assert.Equal(["late", "early", "late"], heard.Of("renewals").Select(line => line.Split("result=")[1][..^3]));
    }

    [Fact]
    public async Task A_renewal_during_which_the_old_token_dies_is_late_although_nobody_waited_at_its_begin()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3530);
        using var heard = new Heard(instance.Figures.Meter);
        world.Provider.During = () =>
        {
            world.Pass(20);
            return Task.CompletedTask;
        };
        await instance.Ask();
        await world.RunAsync(instance.Drained());

        Assert.Equal(["renewals{realm=demo,result=late} 1"], heard.Of("renewals"));
    }

    [Fact]
    public async Task A_refused_call_is_a_failed_renewal_and_a_call_of_its_class()
    {
        var (world, instance) = await World.MakeAsync();
        using var heard = new Heard(instance.Figures.Meter);
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.BadCredentials));
        await instance.Ask();

        Assert.Equal(["renewals{realm=demo,result=failed} 1"], heard.Of("renewals"));
        Assert.Equal(["provider.calls{realm=demo,class=upstream_bad_credentials} 1"], heard.Of("provider.calls"));
    }

    [Fact]
    public async Task What_was_not_sent_is_no_call()
    {
        var (world, instance) = await World.MakeAsync();
        using var heard = new Heard(instance.Figures.Meter);
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.SecretIncomplete, UpstreamReach.NotSent));
        await instance.Ask();

        Assert.Empty(heard.Of("provider.calls"));
        Assert.Single(heard.Of("renewals"));
    }

    [Fact]
    public async Task The_wait_for_another_instance_is_told_by_who_waits_and_its_renewal_by_who_makes_it()
    {
        var (world, first) = await World.MakeAsync();
        var second = world.Start();
        using var ofFirst = new Heard(first.Figures.Meter);
        using var ofSecond = new Heard(second.Figures.Meter);
        var held = world.Provider.HoldNext();
        var holder = first.Ask();
        var waiter = second.Ask();
        world.Pass(2);
        held.SetResult(ScriptedProvider.Token("held", TimeSpan.FromHours(1)));
        await world.RunAsync(Task.WhenAll(holder, waiter));

        Assert.StartsWith("lease.wait{realm=demo} ", Assert.Single(ofSecond.Of("lease.wait")), StringComparison.Ordinal);
        Assert.Empty(ofFirst.Of("lease.wait"));
        Assert.Equal((1, 0), (ofFirst.Of("renewals").Count, ofSecond.Of("renewals").Count));
    }

    [Fact]
    public async Task What_is_left_of_a_realms_limit_is_told_as_it_is_known()
    {
        const string Limits = """
            "limits": [{"max": 20, "per_sec": 3600, "per": "realm"}, {"max": 3, "per_sec": 60, "per": "realm"},
                       {"max": 1, "per_sec": 60, "per": "realm", "on": "force"}]
            """;
        var (world, instance) = await World.MakeAsync(Limits);
        using var heard = new Heard(instance.Figures.Meter);
        heard.Look();
        await instance.Ask();
        heard.Look();
        world.Pass(120);
        heard.Look();

        Assert.Equal(["quota.left{realm=demo} 2", "quota.left{realm=demo} 3"], heard.Of("quota.left"));
    }
}
