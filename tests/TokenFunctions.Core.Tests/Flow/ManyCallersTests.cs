using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Callers at the same time, on one instance and on several.</summary>
public sealed class ManyCallersTests
{
    [Fact]
    public async Task A_thousand_callers_of_one_instance_make_one_call()
    {
        var (world, _) = await World.MakeAsync();
        var instance = world.StartOnThreads();

        var results = await world.RunAsync(Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => instance.Ask()))), 50);

        Assert.All(results, r => Assert.Equal("token-1", r.Value()));
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task Four_instances_with_250_callers_each_make_one_call_and_one_generation()
    {
        var (world, _) = await World.MakeAsync();
        var instances = Enumerable.Range(0, 4).Select(_ => world.StartOnThreads()).ToArray();

        var results = await world.RunAsync(Task.WhenAll(Enumerable.Range(0, 1000).Select(n => Task.Run(() => instances[n % 4].Ask()))), 50);

        Assert.Single(results.Select(r => r.Token!.Generation).Distinct());
        Assert.All(results, r => Assert.Equal("token-1", r.Value()));
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task Those_who_wait_on_another_instance_are_answered_from_the_database()
    {
        var (world, holder) = await World.MakeAsync();
        var other = world.Start();
        var held = world.Provider.HoldNext();

        var first = holder.Ask();
        var second = other.Ask();
        world.Pass(3);
        held.SetResult(ScriptedProvider.Token("shared", TimeSpan.FromHours(1)));

        Assert.Equal(TokenOrigin.Upstream, (await first).Origin);
        var waited = await world.RunAsync(second);
        Assert.Equal("shared", waited.Value());
        Assert.Equal(TokenOrigin.Database, waited.Origin);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task Who_waits_for_another_instance_looks_at_the_row_only_now_and_then()
    {
        var (world, holder) = await World.MakeAsync();
        var other = world.Start();
        var held = world.Provider.HoldNext();
        var first = holder.Ask();

        var waiting = Enumerable.Range(0, 100).Select(_ => other.Ask()).ToArray();
        var before = other.Store.Tokens.Reads;
        for (var step = 0; step < 40; step++) world.Pass(0.25);
        var reads = other.Store.Tokens.Reads - before;
        held.SetResult(ScriptedProvider.Token("shared", TimeSpan.FromHours(1)));
        await first;
        await world.RunAsync(Task.WhenAll(waiting));

        Assert.InRange(reads, 5, 40);
    }

    [Fact]
    public async Task A_waiter_gets_the_failed_attempt_of_another_instance_and_starts_none()
    {
        var (world, holder) = await World.MakeAsync(times: new BrokerTimes { BackoffFirst = TimeSpan.Zero });
        var other = world.Start();
        var held = world.Provider.HoldNext();

        var first = holder.Ask();
        var second = other.Ask();
        held.SetResult(UpstreamFailures.Transient());
        await first;

        (await world.RunAsync(second)).Refused(FailureKind.Transient);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_caller_that_leaves_only_detaches()
    {
        var (world, instance) = await World.MakeAsync();
        var held = world.Provider.HoldNext();
        using var leaving = new CancellationTokenSource();

        var left = instance.Broker.GetAsync(new TokenRequest(World.Key), leaving.Token).AsTask();
        var stayed = instance.Ask();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        held.SetResult(ScriptedProvider.Token("kept", TimeSpan.FromHours(1)));

        Assert.Equal("kept", (await stayed).Value());
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_caller_at_its_deadline_is_told_when_to_ask_again()
    {
        var (world, instance) = await World.MakeAsync("\"timeout_ms\": 60000");
        var other = world.Start();
        var held = world.Provider.HoldNext();
        var first = instance.Ask();
        var second = other.Ask();
        var end = (await instance.Row()).LeaseEnd;

        world.Pass(25);
        var here = (await first).Refused(FailureKind.RenewalInProgress);
        var there = (await second).Refused(FailureKind.RenewalInProgress);

        Assert.True(here.RetryAt > world.Time.GetUtcNow());
        Assert.Equal(end, there.RetryAt);
        held.SetResult(ScriptedProvider.Token("late", TimeSpan.FromHours(1)));
        await instance.Background.DrainAsync();
        Assert.Equal("late", (await instance.Ask()).Value());
    }
}
