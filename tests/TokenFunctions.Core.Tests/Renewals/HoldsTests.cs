using TokenFunctions.Realms;
using TokenFunctions.Renewals;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Renewals;

public sealed class HoldsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 20, TimeSpan.Zero);
    private static readonly Holds Holds = new(new BrokerTimes(), new Random(1));

    [Theory]
    [InlineData(FailureKind.Throttled, 60)]
    [InlineData(FailureKind.Quota, 3600)]
    public void Without_any_word_of_a_window_a_setting_says_how_long(FailureKind kind, double seconds) =>
        Assert.Equal(seconds, Pause(kind, new RealmPolicy()));

    [Theory]
    [InlineData(FailureKind.Throttled)]
    [InlineData(FailureKind.Quota)]
    public void What_the_provider_says_comes_before_the_windows_of_the_realm(FailureKind kind) =>
        Assert.Equal(7, Pause(kind, Limited(600), retryAfter: 7));

    [Fact]
    public void The_shortest_window_that_counts_such_calls_ends_at_its_next_border()
    {
        var policy = new RealmPolicy
        {
            Limits = [new(5, TimeSpan.FromSeconds(30)) { ForcedOnly = true }, new(9, TimeSpan.FromSeconds(60)), new(9, TimeSpan.FromDays(1))],
        };

        Assert.Equal(40, Pause(FailureKind.Throttled, policy));
        Assert.Equal(10, Pause(FailureKind.Throttled, policy, forced: true));
    }

    [Fact]
    public void A_window_that_ends_at_once_again_and_again_does_not_make_a_storm()
    {
        var policy = Limited(1);

        Assert.True(Enumerable.Range(0, 50).Average(_ => Pause(FailureKind.Throttled, policy, failures: 10)!.Value) > 60);
    }

    [Theory]
    [InlineData(FailureKind.IpDenied)]
    [InlineData(FailureKind.Rejected)]
    public void Probes_are_spread_and_at_least_what_the_provider_says(FailureKind kind)
    {
        var pauses = Enumerable.Range(0, 100).Select(_ => Pause(kind, new RealmPolicy())!.Value).ToList();

        Assert.All(pauses, p => Assert.InRange(p, 600, 660));
        Assert.True(pauses.Distinct().Count() > 90);
        Assert.Equal(7200, Pause(kind, new RealmPolicy(), retryAfter: 7200));
    }

    [Theory]
    [InlineData(FailureKind.BadCredentials)]
    [InlineData(FailureKind.Reauthorize)]
    [InlineData(FailureKind.SecretIncomplete)]
    [InlineData(FailureKind.Uncertain)]
    public void What_waits_for_a_person_has_no_time(FailureKind kind) => Assert.Null(Pause(kind, new RealmPolicy(), retryAfter: 5));

    [Theory]
    [InlineData(FailureKind.Transient)]
    [InlineData(FailureKind.EgressRefused)]
    [InlineData(FailureKind.WaitingForInput)]
    [InlineData(FailureKind.UpstreamTokenInvalid)]
    [InlineData(FailureKind.VaultUnavailable)]
    [InlineData(FailureKind.SealBroken)]
    [InlineData(FailureKind.SealingKeyUnknown)]
    public void What_may_pass_has_an_exponential_pause_with_two_lower_bounds(FailureKind kind)
    {
        Assert.InRange(Pause(kind, new RealmPolicy())!.Value, 0, 1);
        Assert.InRange(Pause(kind, new RealmPolicy(), failures: 30)!.Value, 0, 300);
        Assert.Equal(900, Pause(kind, new RealmPolicy(), retryAfter: 900));
        Assert.Equal(400, Pause(kind, new RealmPolicy { MinInterval = TimeSpan.FromSeconds(400) }));
    }

    [Fact]
    public void A_child_waits_at_most_as_long_as_its_parent()
    {
        var pauses = Enumerable.Range(0, 100).Select(_ => Child(retryAfter: 20)).ToList();

        Assert.All(pauses, p => Assert.InRange(p, 0, 20));
        Assert.Contains(20, pauses);
        Assert.InRange(Child(null), 0, 300);
    }

    private static RealmPolicy Limited(double seconds) => new() { Limits = [new(5, TimeSpan.FromSeconds(seconds))] };

    private static double Child(double? retryAfter) => Pause(Failure(FailureKind.UpstreamTokenInvalid, UpstreamReach.NotSent, retryAfter), new(), false, 10)!.Value;

    private static double? Pause(FailureKind kind, RealmPolicy policy, bool forced = false, int failures = 1, double? retryAfter = null) =>
        Pause(Failure(kind, UpstreamReach.Answered, retryAfter), policy, forced, failures);

    private static double? Pause(UpstreamFailure failure, RealmPolicy policy, bool forced, int failures) =>
        (Holds.Until(failure, policy, forced, failures, Now) - Now)?.TotalSeconds;

    private static UpstreamFailure Failure(FailureKind kind, UpstreamReach reach, double? retryAfter) => new(kind, "x", reach)
    {
        RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };
}
