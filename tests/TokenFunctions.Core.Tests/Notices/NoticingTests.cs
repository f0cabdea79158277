using TokenFunctions.Notices;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Notices;

public sealed class NoticingTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly NoticeMemory InTrouble = new() { Trouble = FailureKind.BadCredentials };

    [Theory]
    [InlineData(FailureKind.BadCredentials, true, true)]
    [InlineData(FailureKind.Reauthorize, true, true)]
    [InlineData(FailureKind.Uncertain, true, true)]
    [InlineData(FailureKind.SecretIncomplete, true, true)]
    [InlineData(FailureKind.IpDenied, false, true)]
    [InlineData(FailureKind.Rejected, false, true)]
    [InlineData(FailureKind.EgressRefused, false, true)]
    [InlineData(FailureKind.SealBroken, false, true)]
    [InlineData(FailureKind.SealingKeyUnknown, false, true)]
    [InlineData(FailureKind.WaitingForInput, false, true)]
    [InlineData(FailureKind.Transient, false, false)]
    [InlineData(FailureKind.Throttled, false, false)]
    [InlineData(FailureKind.Quota, false, false)]
    [InlineData(FailureKind.QuotaExhausted, false, false)]
    [InlineData(FailureKind.UpstreamTokenInvalid, false, false)]
    [InlineData(FailureKind.VaultUnavailable, false, false)]
    public void What_waits_for_a_person_is_owed_at_once_or_when_the_token_has_ended(FailureKind kind, bool whileItLives, bool whenItEnded)
    {
        var alive = Noticing.After(Failed(kind), Now);
        var ended = Noticing.After(Failed(kind) with { ExpiresAt = Now }, Now);

        Assert.Equal(whileItLives, alive.Trouble == kind && alive.Owed == NoticeKind.CredentialFailed);
        Assert.Equal(whenItEnded, ended.Trouble == kind && ended.Owed == NoticeKind.CredentialFailed);
    }

    [Fact]
    public void A_realm_that_waits_for_its_first_input_has_not_stopped_working() =>
        Assert.Equal(NoticeMemory.None, Noticing.After(Failed(FailureKind.WaitingForInput) with { SealedValue = null, Generation = 0 }, Now));

    [Fact]
    public void What_is_owed_belongs_to_its_writer_for_a_minute_and_then_to_whoever_comes_by()
    {
        var owed = Noticing.After(Failed(FailureKind.Reauthorize), Now);

        Assert.Equal((Now.AddSeconds(-3), Now.AddMinutes(1), 1), (owed.At, owed.NotBefore, owed.Tries));
        Assert.Null(Noticing.Claimed(owed, Now.AddSeconds(59)));
        Assert.Equal(owed with { NotBefore = Now.AddMinutes(2), Tries = 2 }, Noticing.Claimed(owed, Now.AddMinutes(1)));
        Assert.Null(Noticing.Claimed(Noticing.Settled(owed), Now.AddHours(1)));
    }

    [Theory]
    [InlineData(FailureKind.BadCredentials)]
    [InlineData(FailureKind.Reauthorize)]
    [InlineData(FailureKind.Transient)]
    public void A_further_failure_is_no_news(FailureKind kind) =>
        Assert.Equal(InTrouble, Noticing.After(Failed(kind) with { Notice = InTrouble }, Now));

    [Fact]
    public void A_success_is_news_only_after_a_failure_was()
    {
        var succeeded = Failed(FailureKind.Transient) with { Outcome = AttemptOutcome.Succeeded, Failure = null };

        Assert.Equal(NoticeMemory.None, Noticing.After(succeeded, Now));
        var works = Noticing.After(succeeded with { Notice = InTrouble }, Now);
        Assert.Equal((NoticeKind.CredentialWorks, (FailureKind?)null, Now), (works.Owed, works.Trouble, works.At!.Value));
    }

    [Theory]
    [InlineData(AttemptOutcome.None)]
    [InlineData(AttemptOutcome.Unsent)]
    [InlineData(AttemptOutcome.Unanswered)]
    public void An_attempt_without_a_result_is_no_news(AttemptOutcome outcome)
    {
        var state = Failed(FailureKind.BadCredentials) with { Outcome = outcome };

        Assert.Equal(NoticeMemory.None, Noticing.After(state, Now));
        Assert.Equal(InTrouble, Noticing.After(state with { Notice = InTrouble }, Now));
    }

    [Fact]
    public void A_doubt_that_no_attempt_has_found_is_no_news_yet()
    {
        // Where the realm says safe_to_repeat the next attempt just sends again.
        var state = Failed(FailureKind.Transient) with { UncertainSince = Now.AddMinutes(-5) };

        Assert.Equal(NoticeMemory.None, Noticing.After(state, Now));
    }

    [Fact]
    public void What_is_older_than_three_days_is_given_up()
    {
        var owed = Noticing.After(Failed(FailureKind.BadCredentials), Now);

        Assert.False(Noticing.IsOver(owed, Now.AddDays(2)));
        Assert.True(Noticing.IsOver(owed, Now.AddDays(3)));
    }

    [Theory]
    [InlineData(1, 45, 75)]
    [InlineData(3, 180, 300)]
    [InlineData(7, 2700, 4500)]
    [InlineData(70, 2700, 4500)]
    public void Pauses_grow_from_a_minute_to_an_hour(int tries, double least, double most)
    {
        for (var n = 0; n < 100; n++)
            Assert.InRange(DeliveryTimes.Pause(tries, null, Random.Shared).TotalSeconds, least, most);
    }

    [Fact]
    public void A_receiver_may_ask_for_a_longer_pause_up_to_an_hour()
    {
        Assert.Equal(TimeSpan.FromMinutes(20), DeliveryTimes.Pause(1, TimeSpan.FromMinutes(20), Random.Shared));
        Assert.Equal(TimeSpan.FromHours(1), DeliveryTimes.Pause(1, TimeSpan.FromDays(20), Random.Shared));
    }

    // A token that lives for ten minutes more.
    private static TokenState Failed(FailureKind kind) => new(new TokenKey("demo", "main"))
    {
        SealedValue = [1],
        Generation = 5,
        IssuedAt = Now.AddMinutes(-50),
        ExpiresAt = Now.AddMinutes(10),
        Outcome = AttemptOutcome.Failed,
        Failure = new TokenFailure(kind, "why") { At = Now.AddSeconds(-3) },
    };
}
