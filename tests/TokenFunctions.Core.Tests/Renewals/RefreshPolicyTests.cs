using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Renewals;

public sealed class RefreshPolicyTests
{
    private static readonly DateTimeOffset Issued = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TokenKey Key = new("demo", "main");

    [Theory]
    [InlineData(1, 2)]
    [InlineData(10, 2)]
    [InlineData(20, 2)]
    [InlineData(100, 10)]
    [InlineData(600, 60)]
    [InlineData(7200, 60)]
    [InlineData(-5, 2)]
    public void A_token_is_dead_before_its_end_by_a_margin(double life, double margin)
    {
        Assert.Equal(Issued.AddSeconds(life - margin), RefreshPolicy.DeadAt(Issued, Issued.AddSeconds(life)));
    }

    [Fact]
    public void What_never_expires_is_never_due_nor_dead()
    {
        Assert.Null(RefreshPolicy.DeadAt(Issued, null));
        Assert.Null(RefreshPolicy.DueAt(new RealmPolicy(), Key, 1, Issued, null));
    }

    [Fact]
    public void A_token_is_due_between_its_issue_and_the_margin_before_its_end_and_always_at_the_same_time() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
            ArbMap.Default.ArbFor<Tuple<PositiveInt, NonNegativeInt, bool, PositiveInt>>(),
            drawn =>
            {
                var life = TimeSpan.FromSeconds(drawn.Item1.Get);
                TimeSpan? set = drawn.Item3 ? TimeSpan.FromSeconds(drawn.Item2.Get) : null;
                var policy = new RealmPolicy { RefreshBefore = set };
                var due = RefreshPolicy.DueAt(policy, Key, drawn.Item4.Get, Issued, Issued + life);
                var before = set ?? life * 0.2;
                if (before > life * 0.9) before = life * 0.9;
                var most = set is null ? life * 0.1 : before * 0.2;
                var again = RefreshPolicy.DueAt(policy, new TokenKey("demo", "main"), drawn.Item4.Get, Issued, Issued + life);
                return due == again && due > Issued && due <= Issued + life - before && due >= Issued + life - before - most;
            }));

    [Fact]
    public void A_margin_longer_than_the_life_does_not_make_each_new_token_due_at_once()
    {
        var policy = new RealmPolicy { RefreshBefore = TimeSpan.FromHours(2) };

        for (var generation = 1; generation <= 100; generation++)
            Assert.True(RefreshPolicy.DueAt(policy, Key, generation, Issued, Issued.AddHours(1)) >= Issued.AddMinutes(6));
    }

    [Fact]
    public void Tokens_issued_together_are_not_due_together()
    {
        var dues = Enumerable.Range(0, 100)
            .Select(n => RefreshPolicy.DueAt(new RealmPolicy(), new TokenKey("demo", $"key-{n}"), 1, Issued, Issued.AddHours(1)))
            .ToList();

        Assert.True(dues.Distinct().Count() > 90);
        Assert.True(dues.Max() - dues.Min() > TimeSpan.FromMinutes(4));
    }

    [Fact]
    public void A_value_is_dead_when_it_is_missing_at_its_end_or_of_another_account()
    {
        var state = new TokenState(Key) { SealedValue = [1], IssuedAt = Issued, ExpiresAt = Issued.AddHours(1), IdentityVersion = 3 };
        var secret = new Secret(Key, 5) { IdentityVersion = 3 };

        Assert.False(RefreshPolicy.IsDead(state, secret, Issued.AddMinutes(58)));
        Assert.True(RefreshPolicy.IsDead(state, secret, Issued.AddMinutes(59)));
        Assert.True(RefreshPolicy.IsDead(state with { SealedValue = null }, secret, Issued));
        Assert.True(RefreshPolicy.IsDead(state, secret with { IdentityVersion = 4 }, Issued));
    }

    [Theory]
    [InlineData(7200, 0, 3600)]
    [InlineData(8, 0, 4)]
    [InlineData(4, 0, 2)]
    [InlineData(3.9, 0, 4.4)]
    [InlineData(0.1, 0, 0.6)]
    [InlineData(100, 60, 60)]
    [InlineData(3, 60, 60)]
    public void A_value_that_was_given_again_is_asked_for_after_half_of_what_remains_or_just_after_its_end(double left, double interval, double next)
    {
        var policy = new RealmPolicy { Issue = IssueRule.Stable, MinInterval = TimeSpan.FromSeconds(interval) };

        Assert.Equal(Issued.AddSeconds(next), RefreshPolicy.DueAgainAt(policy, null, Issued.AddSeconds(left), Issued));
    }

    [Fact]
    public void A_value_that_was_given_again_early_is_not_due_before_its_usual_time()
    {
        Assert.Equal(Issued.AddHours(2), RefreshPolicy.DueAgainAt(new RealmPolicy(), Issued.AddHours(2), Issued.AddHours(2.5), Issued));
        Assert.Null(RefreshPolicy.DueAgainAt(new RealmPolicy(), null, null, Issued));
    }

    [Fact]
    public void A_confirmed_value_is_used_to_the_last_two_seconds()
    {
        var state = new TokenState(Key) { SealedValue = [1], IssuedAt = Issued, ExpiresAt = Issued.AddHours(1), IsConfirmed = true };

        Assert.Equal(Issued.AddHours(1).AddSeconds(-2), RefreshPolicy.DeadAt(state));
        Assert.Equal(Issued.AddMinutes(59), RefreshPolicy.DeadAt(state with { IsConfirmed = false }));
        Assert.Null(RefreshPolicy.DeadAt(state with { ExpiresAt = null }));
    }

    [Fact]
    public void A_value_is_due_by_its_age_by_suspicion_and_by_changes()
    {
        var state = new TokenState(Key)
        {
            SealedValue = [1],
            DueAt = Issued.AddMinutes(48),
            ValueAttempt = 7,
            SuspectAttempt = 6,
            RealmVersion = 1,
            SecretVersion = 2,
        };

        Assert.False(RefreshPolicy.IsDue(state, 1, 2, Issued));
        Assert.True(RefreshPolicy.IsDue(state, 1, 2, Issued.AddMinutes(48)));
        Assert.True(RefreshPolicy.IsDue(state with { SuspectAttempt = 7 }, 1, 2, Issued));
        Assert.True(RefreshPolicy.IsDue(state, 2, 2, Issued));
        Assert.True(RefreshPolicy.IsDue(state, 1, 3, Issued));
    }
}
