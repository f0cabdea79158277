using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>The least time between two calls for one token: <c>policy.min_interval_sec</c>.</summary>
public sealed class PaceTests
{
    [Fact]
    public async Task Callers_of_a_dead_token_wait_for_the_interval_within_their_deadline()
    {
        var (world, instance) = await World.MakeAsync("\"min_interval_sec\": 20");
        world.Provider.Life = TimeSpan.FromSeconds(10);
        await instance.Ask();
        world.Pass(9);

        var waiting = instance.Ask();
        world.Pass(10.9);
        Assert.False(waiting.IsCompleted);
        Assert.Equal(1, world.Provider.Calls);

        Assert.Equal("token-2", (await world.RunAsync(waiting)).Value());
    }

    [Fact]
    public async Task When_it_ends_after_their_deadline_they_are_told_when_at_once()
    {
        var (world, instance) = await World.MakeAsync("\"min_interval_sec\": 600");
        world.Provider.Life = TimeSpan.FromSeconds(10);
        var called = world.Time.GetUtcNow();
        await instance.Ask();
        world.Pass(9);

        var failure = (await instance.Ask()).Refused(FailureKind.RenewalInProgress);

        Assert.Equal(called.AddSeconds(600), failure.RetryAt);
        Assert.Contains("min_interval_sec", failure.Detail, StringComparison.Ordinal);
        Assert.Equal(called.AddSeconds(600), (await instance.Status.FindAsync(World.Key, CancellationToken.None))!.NextRenewalAt);
    }

    [Fact]
    public async Task A_due_token_is_not_renewed_before_the_interval_has_passed()
    {
        var (world, instance) = await World.MakeAsync("\"min_interval_sec\": 95");
        world.Provider.Life = TimeSpan.FromSeconds(100);
        await instance.Ask();
        for (var second = 0; second < 89; second++)
        {
            world.Pass(1);
            Assert.Equal("token-1", (await instance.Ask()).Value());
            await world.RunAsync(instance.Sweep.RunAsync(CancellationToken.None));
        }

        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_call_whose_answer_nobody_saw_counts_and_one_that_was_not_sent_does_not()
    {
        var (world, instance) = await World.MakeAsync("\"min_interval_sec\": 600");
        world.Provider.Next(UpstreamFailures.Transient(UpstreamReach.NotSent));
        await instance.Ask();
        Assert.Null((await instance.Row()).CalledAt);
        world.Pass(600);
        _ = world.Provider.HoldNext();
        var sentAt = world.Time.GetUtcNow();
        _ = instance.Ask();
        world.Pass(21);

        var failure = (await world.RunAsync(world.Start().Ask())).Refused(FailureKind.RenewalInProgress);

        Assert.Equal(sentAt.AddSeconds(600), failure.RetryAt!.Value, TimeSpan.FromSeconds(1));
    }
}
