using TokenFunctions.Quotas;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Quotas;

public sealed class LimitRulesTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(10, 9)]
    [InlineData(11, 9)]
    [InlineData(20, 18)]
    [InlineData(2000, 1800)]
    [InlineData(1_000_000_000, 900_000_000)]
    public void Forced_renewals_leave_a_tenth_of_what_all_calls_share(long max, long forced)
    {
        var limit = new CallLimit(max, Day);

        Assert.Equal((max, forced), (limit.Allowed(false), limit.Allowed(true)));
        Assert.Equal(max, (limit with { ForcedOnly = true }).Allowed(true));
    }

    [Fact]
    public void Of_two_limits_with_one_counter_the_stricter_holds_and_forced_ones_count_only_forced_calls()
    {
        var policy = new RealmPolicy
        {
            Limits =
            [
                new(5, Day), new(3, Day), new(9, TimeSpan.FromMinutes(1)), new(2, Day) { ForcedOnly = true }, new(1, Day) { PerRealm = true },
            ],
        };

        Assert.Equal([3L, 9], policy.LimitsOf(perRealm: false, forced: false).Select(l => l.Max));
        Assert.Equal([3L, 9, 2], policy.LimitsOf(perRealm: false, forced: true).Select(l => l.Max));
        Assert.Equal([1L], policy.LimitsOf(perRealm: true, forced: true).Select(l => l.Max));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(32, 0)]
    [InlineData(100, 2)]
    [InlineData(10_000, 50)]
    public void An_instance_takes_only_a_small_part_ahead(long max, long ahead)
    {
        Assert.Equal(ahead, new CallLimit(max, Day).MostAhead());
    }

    [Fact]
    public void The_failure_names_the_limit_and_its_end()
    {
        var now = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

        var failure = new CallLimit(20, Day) { PerRealm = true }.Refusal(forced: true, now, now + Day);

        Assert.Equal(
            "The realm's policy.limits allow 20 calls in 86400 s for the realm, and they are used up but for what is kept "
            + "for renewals that nobody forces. The provider was not asked.",
            failure.Detail);
        Assert.Equal((FailureKind.QuotaExhausted, now, now + Day), (failure.Kind, failure.At, failure.RetryAt));
    }

    [Theory]
    [InlineData("86400a", 86400, false)]
    [InlineData("1f", 1, true)]
    public void An_id_is_read_as_it_was_written(string text, int seconds, bool forcedOnly)
    {
        var id = new LimitId(TimeSpan.FromSeconds(seconds), forcedOnly);

        Assert.Equal((text, id), (id.ToString(), LimitId.Parse(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("0a")]
    [InlineData("-1a")]
    [InlineData("1x")]
    [InlineData("99999999999a")]
    public void What_is_no_id_is_none(string text)
    {
        Assert.Null(LimitId.Parse(text));
    }
}
