using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Quotas;
using TokenFunctions.Realms;

namespace TokenFunctions.Core.Tests.Quotas;

public sealed class SecretCountsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly RealmPolicy Policy = new()
    {
        Limits = [new(3, TimeSpan.FromDays(1)), new(1, TimeSpan.FromDays(1)) { ForcedOnly = true }],
    };

    [Fact]
    public void The_cell_is_compact_and_marks_the_call_of_the_lease()
    {
        var end = Noon.ToUnixTimeMilliseconds() + 1;
        var first = SecretCounts.Close(SecretCounts.Take(null, Policy, forced: false, Noon), Noon.AddSeconds(1));
        var second = SecretCounts.Take(first, Policy, forced: true, Noon.AddSeconds(30));

        Assert.Equal($"86400a={end + 1000}", first);
        Assert.Equal($"86400a!={end + 1000} 39000;86400f!={end + 40_000}", second);
    }

    [Fact]
    public void A_call_is_given_back_once_and_closed_once()
    {
        var before = SecretCounts.Close(SecretCounts.Take(null, Policy, forced: true, Noon), Noon);
        var leased = SecretCounts.Take(before, Policy, forced: true, Noon.AddSeconds(5));

        var given = SecretCounts.GiveBack(leased);
        var closed = SecretCounts.Close(leased, Noon.AddSeconds(6));

        Assert.Equal(before, given);
        Assert.Equal(given, SecretCounts.GiveBack(given));
        Assert.Equal(closed, SecretCounts.Close(closed, Noon.AddSeconds(9)));
        Assert.Equal(closed, SecretCounts.GiveBack(closed));
    }

    [Fact]
    public void A_call_whose_end_nobody_wrote_counts_as_late_as_it_could_be_made()
    {
        var crashed = SecretCounts.Take(null, Policy with { Limits = [new(1, TimeSpan.FromMinutes(1))] }, forced: false, Noon);
        var policy = Policy with { Limits = [new(1, TimeSpan.FromMinutes(1))] };

        Assert.NotNull(SecretCounts.Refusal(crashed, policy, forced: false, Noon.AddSeconds(70)));
        Assert.Null(SecretCounts.Refusal(crashed, policy, forced: false, Noon.AddSeconds(70.001)));
    }

    [Fact]
    public void The_failure_is_that_of_the_limit_that_holds_longest()
    {
        var policy = Policy with { Limits = [new(1, TimeSpan.FromSeconds(10)), new(1, TimeSpan.FromHours(1)), new(5, TimeSpan.FromHours(2))] };
        var cell = SecretCounts.Close(SecretCounts.Take(null, policy, forced: false, Noon), Noon);

        var refusal = SecretCounts.Refusal(cell, policy, forced: false, Noon);

        Assert.Equal(Noon.AddHours(1).AddMilliseconds(1), refusal!.RetryAt);
        Assert.Contains("3600 s", refusal.Detail);
    }

    [Fact]
    public void A_realm_without_limits_keeps_no_cell()
    {
        Assert.Null(SecretCounts.Take("86400a=1767268800001", new RealmPolicy(), forced: true, Noon));
        Assert.Null(SecretCounts.GiveBack(null));
        Assert.Null(SecretCounts.Close(null, Noon));
    }

    [Theory]
    [InlineData("")]
    [InlineData("=1")]
    [InlineData("!=1")]
    [InlineData("86400a")]
    [InlineData("86400a=x;86400f=")]
    [InlineData(";;;")]
    [InlineData("86400x=1767268800001*50")]
    public void What_is_broken_counts_as_empty(string cell)
    {
        Assert.Null(SecretCounts.Refusal(cell, Policy, forced: true, Noon));
        Assert.NotNull(SecretCounts.Take(cell, Policy, forced: true, Noon));
    }

    [Fact]
    public void A_broken_part_leaves_the_others_as_they_are()
    {
        var cell = $"86400f=x;86400a={Noon.ToUnixTimeMilliseconds()}*3";

        Assert.NotNull(SecretCounts.Refusal(cell, Policy, forced: false, Noon));
    }

    [Fact]
    public void No_cell_stops_a_renewal_by_an_exception() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
            Gen.Elements("0123456789* ;=!af".ToCharArray()).ArrayOf().ToArbitrary(),
            letters =>
            {
                var cell = "86400a=" + new string(letters);
                var after = SecretCounts.Close(SecretCounts.GiveBack(cell), Noon);
                return SecretCounts.Take(after, Policy, forced: true, Noon) is not null;
            }));
}
