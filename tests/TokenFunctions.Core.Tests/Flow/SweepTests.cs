using TokenFunctions.Core.Tests.Flow.Doubles;

namespace TokenFunctions.Core.Tests.Flow;

public sealed class SweepTests
{
    [Fact]
    public async Task A_sweep_renews_what_is_due_and_nothing_else()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();

        var fresh = await instance.Sweep.RunAsync(CancellationToken.None);
        world.Pass(3300);
        var due = await world.RunAsync(instance.Sweep.RunAsync(CancellationToken.None));

        Assert.Equal(new SweepReport(1, 0, 0, 0), fresh);
        Assert.Equal(new SweepReport(1, 1, 1, 0), due);
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task Sweeps_that_overlap_make_one_call()
    {
        var (world, instance) = await World.MakeAsync();
        var other = world.Start();
        await instance.Ask();
        world.Pass(3300);
        var held = world.Provider.HoldNext();

        var sweeps = Task.WhenAll(instance.Sweep.RunAsync(CancellationToken.None), other.Sweep.RunAsync(CancellationToken.None));
        await Testing.Eventually.HoldsAsync(() => world.Provider.Calls == 2, "the call");
        held.SetResult(ScriptedProvider.Token("second", TimeSpan.FromHours(1)));

        await world.RunAsync(sweeps, 50);
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_secret_that_is_kept_warm_gets_a_token_without_anybody_asking()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveSecretAsync(instance, "one", keepWarm: true);

        var report = await world.RunAsync(instance.Sweep.RunAsync(CancellationToken.None));

        Assert.Equal(new SweepReport(0, 1, 1, 0), report);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_secret_that_is_kept_warm_is_tried_again_after_its_first_attempt_failed()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveSecretAsync(instance, "one", keepWarm: true);
        world.Provider.Next(ScriptedProvider.Failure());

        var failed = await world.RunAsync(instance.Sweep.RunAsync(CancellationToken.None));
        var held = await world.RunAsync(instance.Sweep.RunAsync(CancellationToken.None));
        world.Pass(10);
        var healed = await world.RunAsync(instance.Sweep.RunAsync(CancellationToken.None));

        Assert.Equal(new SweepReport(0, 1, 0, 1), failed);
        Assert.Equal(new SweepReport(1, 0, 0, 0), held);
        Assert.Equal(new SweepReport(1, 1, 1, 0), healed);
    }

    [Fact]
    public async Task A_failed_renewal_is_counted_although_the_token_lives()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        world.Provider.Next(ScriptedProvider.Failure());

        var report = await world.RunAsync(instance.Sweep.RunAsync(CancellationToken.None));

        Assert.Equal(new SweepReport(1, 1, 0, 1), report);
    }
}
