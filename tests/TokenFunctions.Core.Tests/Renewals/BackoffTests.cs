using TokenFunctions.Renewals.Judging;

namespace TokenFunctions.Core.Tests.Renewals;

public sealed class BackoffTests
{
    private static readonly BrokerTimes Times = new() { BackoffFirst = TimeSpan.FromSeconds(1), BackoffMax = TimeSpan.FromMinutes(5) };

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(9, 256)]
    [InlineData(10, 300)]
    [InlineData(1_000_000, 300)]
    public void The_pause_lies_between_nothing_and_a_bound_that_doubles(int failures, double bound)
    {
        var random = new Random(1);

        var delays = Enumerable.Range(0, 500).Select(_ => Backoff.Delay(Times, random, failures, null)).ToList();

        Assert.All(delays, d => Assert.InRange(d, TimeSpan.Zero, TimeSpan.FromSeconds(bound)));
        Assert.True(delays.Max() > TimeSpan.FromSeconds(bound * 0.9));
        Assert.True(delays.Min() < TimeSpan.FromSeconds(bound * 0.1));
    }

    [Fact]
    public void The_pause_is_at_least_what_the_provider_asks_for() =>
        Assert.Equal(TimeSpan.FromHours(1), Backoff.Delay(Times, new Random(1), 1, TimeSpan.FromHours(1)));

    [Fact]
    public void Long_first_pauses_do_not_overflow()
    {
        var slow = Times with { BackoffFirst = TimeSpan.FromDays(1), BackoffMax = TimeSpan.FromDays(2) };

        Assert.InRange(Backoff.Delay(slow, new Random(1), 100, null), TimeSpan.Zero, TimeSpan.FromDays(2));
    }
}
