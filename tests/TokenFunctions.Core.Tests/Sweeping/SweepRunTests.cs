using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Sweeping;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Sweeping;

public sealed class SweepRunTests
{
    [Fact]
    public async Task Sweeps_that_overlap_renew_each_token_once()
    {
        var (world, instance) = await World.MakeAsync("\"concurrency\": 8");
        foreach (var key in await world.SaveManyAsync(instance, 60)) await instance.Ask(key);
        var (one, other) = (world.StartOnThreads(), world.StartOnThreads());
        world.Pass(3300);

        // Who comes to a token a moment after the other has taken it waits for it, in the world's time.
        var reports = await world.RunAsync(
            Task.WhenAll(one.Sweep.RunAsync(CancellationToken.None), other.Sweep.RunAsync(CancellationToken.None)));
        world.Pass(60);
        var after = await world.SweepAsync(instance);

        Assert.Equal(120, world.Provider.Calls);
        Assert.InRange(reports.Sum(report => report.Renewed), 60, 120);
        Assert.Equal((0, 0), (reports.Sum(report => report.Failed), after.Renewed));
    }

    [Fact]
    public async Task A_sweep_that_meets_another_at_work_on_a_token_puts_the_hint_off()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        var held = world.Provider.HoldNext();
        var first = instance.Sweep.RunAsync(CancellationToken.None);
        Assert.Equal(2, world.Provider.Calls);

        var second = await world.Start().Sweep.RunAsync(CancellationToken.None);
        held.SetResult(ScriptedProvider.Token("second", TimeSpan.FromHours(1)));

        Assert.Equal(new SweepReport { Hints = 1, Held = 1 }, second);
        Assert.Equal(1, (await first).Renewed);
        world.Pass(60);
        Assert.Equal(new SweepReport { Hints = 1, NotDue = 1 }, await world.SweepAsync(instance));
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task When_the_time_runs_out_nothing_is_begun_and_the_next_sweep_goes_on()
    {
        var times = new BrokerTimes { SweepLimit = TimeSpan.FromSeconds(10) };
        var (world, instance) = await World.MakeAsync(times: times);
        foreach (var key in await world.SaveManyAsync(instance, 20)) await instance.Ask(key);
        world.Pass(3300);
        SlowDown(world);

        var first = await world.SweepAsync(instance);
        var begun = world.Provider.Calls - 20;
        var others = new List<SweepReport>();
        while (world.Provider.Calls < 40)
        {
            SlowDown(world);
            others.Add(await world.SweepAsync(instance));
        }

        Assert.Equal(1, begun);
        Assert.True(first.IsCutShort);
        Assert.Equal(1, first.Renewed);
        Assert.Equal(20, 1 + others.Sum(report => report.Renewed));
        Assert.True(first.Elapsed >= times.SweepLimit);
        Assert.All(others[..^1], report => Assert.True(report.Renewed > 0));
    }

    [Fact]
    public async Task No_more_calls_are_under_way_at_once_than_a_realm_allows()
    {
        var (world, instance) = await World.MakeAsync("\"concurrency\": 2");
        var most = await MostAtOnceAsync(world, instance, 12);

        Assert.Equal(2, most);
    }

    [Fact]
    public async Task No_more_calls_are_under_way_at_once_than_the_sweep_allows()
    {
        var (world, instance) = await World.MakeAsync("\"concurrency\": 100");
        var most = await MostAtOnceAsync(world, instance, 20);

        Assert.Equal(new SweepLimits().Parallelism, most);
    }

    [Fact]
    public async Task A_realm_whose_provider_hangs_keeps_no_other_realm_waiting()
    {
        var (world, instance) = await World.MakeAsync("\"concurrency\": 2");
        await world.SaveOtherAsync(instance, "other", "\"policy\": {}");
        foreach (var key in await world.SaveManyAsync(instance, 30)) await instance.Ask(key);
        foreach (var key in await world.SaveManyAsync(instance, 30, realm: "other")) await instance.Ask(key);
        world.Pass(3300);
        var client = world.Provider;
        var never = new TaskCompletionSource();
        client.Always = plan => plan.Policy.Concurrency == 2 ? never.Task : Task.CompletedTask;

        var sweep = instance.Sweep.RunAsync(CancellationToken.None);
        await Eventually.HoldsAsync(() => client.Calls == 60 + 30 + 2, "all of the other realm, and two that hang");

        Assert.False(sweep.IsCompleted);
        client.Always = null;
        never.SetResult();
        Assert.Equal(60, (await world.RunAsync(sweep)).Renewed);
    }

    [Fact]
    public async Task A_realm_with_more_hints_than_it_can_work_off_leaves_them_to_the_next_sweep()
    {
        var (world, instance) = await World.MakeAsync("\"concurrency\": 1");
        await world.SaveManyAsync(instance, 1020, keepWarm: true);
        await world.SaveOtherAsync(instance, "other", "\"policy\": {}");
        await world.SaveManyAsync(instance, 50, keepWarm: true, realm: "other");
        var never = new TaskCompletionSource();
        world.Provider.Always = _ => world.Provider.Given.Last().Key!.Value.Realm == "demo" ? never.Task : Task.CompletedTask;

        var sweep = instance.Sweep.RunAsync(CancellationToken.None);
        for (var second = 0; second < 6; second++) world.Pass(1);
        await Eventually.HoldsAsync(() => world.Provider.Calls == 51, "all of the other realm, and one that hangs");
        world.Pass(240);
        never.SetResult();
        var report = await world.RunAsync(sweep);

        Assert.True(report.IsCutShort);
        Assert.Equal((1070, 51, 1019), (report.Hints, report.Renewed, report.Left));
        Assert.Equal(1019, (await world.RowsAsync("due")).Count(row => row.Time("due_at") <= world.Time.GetUtcNow()));
    }

    // The next call takes longer than a sweep may.
    private static void SlowDown(World world) => world.Provider.During = () =>
    {
        world.Pass(11);
        return Task.CompletedTask;
    };

    private static async Task<int> MostAtOnceAsync(World world, Instance instance, int tokens)
    {
        foreach (var key in await world.SaveManyAsync(instance, tokens)) await instance.Ask(key);
        world.Pass(3300);
        var held = Enumerable.Range(0, tokens).Select(_ => world.Provider.HoldNext()).ToList();
        var before = world.Provider.Calls;
        var sweep = instance.Sweep.RunAsync(CancellationToken.None);
        var (most, ended) = (0, 0);
        foreach (var call in held)
        {
            most = Math.Max(most, world.Provider.Calls - before - ended++);
            call.SetResult(ScriptedProvider.Token($"next-{ended}", TimeSpan.FromHours(1)));
            await Eventually.HoldsAsync(() => world.Provider.Calls - before >= Math.Min(tokens, ended + 1), "the next call");
        }

        Assert.Equal(tokens, (await world.RunAsync(sweep)).Renewed);
        return most;
    }
}
