using TokenFunctions.Client.Remote;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Remote;

/// <summary>The rules of <see cref="ServicePause"/> that depend on the order of calls.</summary>
public sealed class PauseRuleTests
{
    private static readonly TokenFailure Failure = new(FailureKind.ServiceUnavailable, "Away.");
    private readonly ManualTime time = new();
    private readonly ServicePause pause;

    public PauseRuleTests() => pause = new ServicePause(new StoreClock(time), new Random(1));

    [Fact]
    public void Silence_while_others_are_answered_is_no_pause()
    {
        var sent = Pass(1);
        pause.Answered(Pass(1));
        Pass(1);
        Assert.Equal(time.GetUtcNow().AddSeconds(1), pause.Silent(Failure, sent).RetryAt);
        Assert.False(pause.IsOn(false, out _));
    }

    [Fact]
    public void Silence_after_the_last_answer_is_one()
    {
        pause.Answered(Pass(1));
        pause.Silent(Failure, Pass(1));
        Assert.True(pause.IsOn(false, out _));
    }

    [Fact]
    public void A_late_failure_of_a_call_from_before_the_pause_makes_it_neither_longer_nor_new()
    {
        var (one, two) = (Pass(0), Pass(0.001));
        Pass(0.001);
        var end = pause.Silent(Failure, one).RetryAt!.Value;
        pause.Silent(Failure, two);
        time.Advance(end - time.GetUtcNow());
        Assert.False(pause.IsOn(false, out _));
        Assert.NotNull(pause.Silent(Failure, two).RetryAt);
        Assert.False(pause.IsOn(false, out _));
    }

    [Fact]
    public void A_longer_wish_makes_it_longer_and_a_shorter_one_does_not()
    {
        var sent = Pass(0);
        Pass(0.001);
        pause.Away(Failure, sent, TimeSpan.FromSeconds(10));
        var longer = pause.Away(Failure, sent, TimeSpan.FromSeconds(20)).RetryAt;
        var shorter = pause.Away(Failure, sent, TimeSpan.FromSeconds(1)).RetryAt;
        Assert.InRange((longer!.Value - time.GetUtcNow()).TotalSeconds, 20, 21);
        Assert.Equal(longer, shorter);
    }

    [Fact]
    public void An_answer_ends_a_pause_that_nobody_asked_for_whenever_it_was_sent()
    {
        var sent = Pass(0);
        Pass(0.001);
        pause.Away(Failure, Pass(0), null);
        pause.Answered(sent);
        Assert.False(pause.IsOn(false, out _));
    }

    [Fact]
    public void A_check_that_was_too_short_keeps_checks_back_and_nobody_who_can_wait()
    {
        pause.Silent(Failure, Pass(1), wasShort: true);
        Assert.True(pause.IsOn(true, out _));
        Assert.False(pause.IsOn(false, out _));
    }

    [Fact]
    public void Silence_towards_who_could_wait_keeps_all_back_also_after_a_check()
    {
        var (check, whole) = (Pass(1), Pass(1));
        pause.Silent(Failure, check, wasShort: true);
        pause.Silent(Failure, whole);
        Assert.True(pause.IsOn(false, out _));
        Assert.True(pause.IsOn(true, out _));
    }

    [Fact]
    public void A_check_does_not_let_anybody_through_a_pause_that_holds_for_all()
    {
        var (whole, check) = (Pass(1), Pass(1));
        pause.Silent(Failure, whole);
        pause.Silent(Failure, check, wasShort: true);
        Assert.True(pause.IsOn(false, out _));
    }

    [Fact]
    public void A_service_that_asked_to_be_left_alone_is_left_alone_by_all_whatever_a_check_finds()
    {
        pause.Away(Failure, Pass(1), TimeSpan.FromSeconds(60));
        pause.Silent(Failure, Pass(1), wasShort: true);
        Assert.True(pause.IsOn(false, out _));
    }

    private long Pass(double seconds)
    {
        time.Advance(TimeSpan.FromSeconds(seconds));
        return time.GetTimestamp();
    }
}
