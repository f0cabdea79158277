using TokenFunctions.Activities;
using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Activities;

/// <summary>What a process asks of providers, summed by ten minutes.</summary>
public sealed class ActivityCountsTests
{
    private static readonly DateTimeOffset Noon = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly ActivityCounts counts = new();

    [Fact]
    public void Each_is_counted_where_its_time_is()
    {
        counts.AddCall(Noon, isFailed: false);
        counts.AddCall(Noon.AddMinutes(9.99), isFailed: true);
        counts.AddCall(Noon.AddMinutes(10), isFailed: false);
        counts.AddRenewal(Noon.AddMinutes(35).ToOffset(TimeSpan.FromHours(5.5)));
        // A clock that was set back.
        counts.AddCall(Noon.AddMinutes(1), isFailed: false);

        Assert.Equal(
            [new(Noon, 3, 1, 0), new(Noon.AddMinutes(10), 1, 0, 0), new(Noon.AddMinutes(30), 0, 0, 1)], counts.Read());
    }

    [Fact]
    public void Only_those_of_two_days_are_kept()
    {
        for (var n = 0; n < 1000; n++) counts.AddCall(Noon + (n * ActivityCounts.Step), isFailed: false);
        var sums = counts.Read();
        Assert.Equal((289, Noon + (999 * ActivityCounts.Step)), (sums.Count, sums[^1].From));
    }

    [Fact]
    public void None_is_lost_where_many_count_at_once()
    {
        Parallel.For(0, 40_000, n => counts.AddCall(Noon + (n % 40 * ActivityCounts.Step), isFailed: n % 2 == 0));
        var sums = counts.Read();
        Assert.Equal((40, 40_000, 20_000), (sums.Count, sums.Sum(sum => sum.Calls), sums.Sum(sum => sum.FailedCalls)));
        Assert.Distinct(sums.Select(sum => sum.From));
    }

    [Fact]
    public async Task The_flow_counts_its_calls_and_the_renewals_that_brought_a_token()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        await instance.Ask();
        Assert.Equal((1, 0, 1), Total(instance));

        world.Pass(7200);
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.BadCredentials));
        await instance.Ask();
        Assert.Equal((2, 1, 1), Total(instance));
        Assert.Equal(2, instance.Figures.Activity.Read().Count);
    }

    [Fact]
    public async Task What_was_not_sent_is_no_call()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.SecretIncomplete, UpstreamReach.NotSent));
        await instance.Ask();
        Assert.Equal((0, 0, 0), Total(instance));
    }

    private static (long Calls, long Failed, long Renewals) Total(Instance instance)
    {
        var sums = instance.Figures.Activity.Read();
        return (sums.Sum(sum => sum.Calls), sums.Sum(sum => sum.FailedCalls), sums.Sum(sum => sum.Renewals));
    }
}
