using TokenFunctions.Realms;
using TokenFunctions.Renewals;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Renewals;

public sealed class SettlementTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly TokenState Leased = new(new TokenKey("demo", "main"))
    {
        SealedValue = [1],
        ExpiresAt = Noon.AddHours(1),
        DueAt = Noon.AddMinutes(48),
        Attempt = 2,
        LeaseId = "a",
        LeaseEnd = Noon.AddSeconds(20),
    };

    [Theory]
    [InlineData(IssueRule.Independent, true, AttemptOutcome.Unanswered, 3600)]
    [InlineData(IssueRule.Stable, true, AttemptOutcome.Unanswered, 3600)]
    [InlineData(IssueRule.Replaces, true, AttemptOutcome.Unanswered, 305)]
    [InlineData(IssueRule.Independent, false, AttemptOutcome.Unsent, 3600)]
    [InlineData(IssueRule.Replaces, false, AttemptOutcome.Unsent, 3600)]
    public void A_lease_that_ended_without_a_result_is_settled(IssueRule issue, bool sent, AttemptOutcome outcome, double endsAfter)
    {
        var policy = new RealmPolicy { Issue = issue, Overlap = TimeSpan.FromMinutes(5) };
        var state = Leased with { SentAt = sent ? Noon.AddSeconds(5) : null };

        var settled = Settlement.View(state, policy, Noon.AddSeconds(20));

        Assert.Equal((outcome, null, null), (settled.Outcome, settled.LeaseId, settled.SentAt));
        Assert.Equal(Noon.AddSeconds(endsAfter), settled.ExpiresAt);
        Assert.Equal(endsAfter < 3600 ? Noon.AddSeconds(5) : Noon.AddMinutes(48), settled.DueAt);
    }

    [Theory]
    [InlineData(ForceCauses.Flush, 305)]
    [InlineData(ForceCauses.Invalid, 305)]
    [InlineData(ForceCauses.None, 3600)]
    public void A_forced_renewal_that_ends_the_old_token_is_settled_by_its_own_rule(ForceCauses cause, double endsAfter)
    {
        var policy = new RealmPolicy { Issue = IssueRule.Stable, ForceIssue = IssueRule.Replaces, Overlap = TimeSpan.FromMinutes(5) };
        var state = Leased with { SentAt = Noon.AddSeconds(5), Force = new() { At = Noon.AddSeconds(-60), Cause = cause } };

        Assert.Equal(Noon.AddSeconds(endsAfter), Settlement.View(state, policy, Noon.AddSeconds(20)).ExpiresAt);
    }

    [Fact]
    public void While_the_lease_lasts_nothing_is_settled()
    {
        var state = Leased with { SentAt = Noon };

        Assert.Same(state, Settlement.View(state, new RealmPolicy { Issue = IssueRule.Replaces }, Noon.AddSeconds(19)));
    }

    [Fact]
    public void A_token_that_never_expires_ends_with_the_overlap_too()
    {
        var policy = new RealmPolicy { Issue = IssueRule.Replaces, Overlap = TimeSpan.FromMinutes(5) };

        Assert.Equal(Noon.AddMinutes(5), Settlement.Unanswered(Leased with { ExpiresAt = null, DueAt = null }, policy, Noon).ExpiresAt);
    }

    [Fact]
    public void What_may_be_replaced_is_not_confirmed_any_more()
    {
        var policy = new RealmPolicy { Issue = IssueRule.Replaces, Overlap = TimeSpan.FromMinutes(5) };

        Assert.False(Settlement.Unanswered(Leased with { IsConfirmed = true }, policy, Noon).IsConfirmed);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A_call_that_nobody_saw_answered_counts_as_made_and_leaves_a_rotating_state_in_doubt(bool rotates, bool doubted)
    {
        var settled = Settlement.View(Leased with { SentAt = Noon.AddSeconds(5) }, new RealmPolicy { Rotates = rotates }, Noon.AddSeconds(20));

        Assert.Equal(Noon.AddSeconds(5), settled.CalledAt);
        Assert.Equal(doubted ? Noon.AddSeconds(5) : null, settled.UncertainSince);
    }

    [Fact]
    public void Without_a_value_nothing_ends()
    {
        var policy = new RealmPolicy { Issue = IssueRule.Replaces };

        Assert.Null(Settlement.Unanswered(new TokenState(new TokenKey("demo", "main")), policy, Noon).ExpiresAt);
    }
}
