using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Refresh tokens that a call may have used up whose answer nobody saw.</summary>
public sealed class UncertainStateTests
{
    public static TheoryData<string> Unseen => ["timeout", "5xx"];

    [Theory]
    [MemberData(nameof(Unseen))]
    public async Task After_a_call_that_left_it_open_nothing_is_sent_by_itself_and_the_failure_says_what_to_do(string how)
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        world.Provider.Next(Answer(how));
        var sentAt = world.Time.GetUtcNow();

        var failure = (await instance.AskRotating()).Refused(FailureKind.Uncertain);
        for (var day = 0; day < 30; day++)
        {
            world.Pass(86_400);
            (await instance.AskRotating()).Refused(FailureKind.Uncertain);
        }

        Assert.Equal(1, world.Provider.Calls);
        Assert.Null(failure.RetryAt);
        Assert.Equal(sentAt, (await instance.RotatingRow()).UncertainSince);
        Assert.Contains("2026-01-01T12:00:00Z", failure.Detail, StringComparison.Ordinal);
        Assert.Contains("POST /api/status/rot/main/retry", failure.Detail, StringComparison.Ordinal);
        Assert.Contains("POST /api/secret", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_living_token_is_handed_out_meanwhile()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        world.Provider.Next(RotatingWorld.Rotated("A1", "R1"), Answer("timeout"));
        await instance.AskRotating();
        world.Pass(3300);
        await instance.AskRotating();
        await instance.Background.DrainAsync();

        var result = await instance.AskRotating();
        await instance.Background.DrainAsync();

        Assert.Equal("A1", result.Value());
        Assert.Equal(FailureKind.Uncertain, result.RenewalFailed!.Kind);
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task After_a_crash_in_the_call_the_next_caller_finds_out_without_a_call()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        _ = world.Provider.HoldNext();
        _ = instance.AskRotating();
        var other = world.Start();
        world.Pass(21);

        (await world.RunAsync(other.AskRotating())).Refused(FailureKind.Uncertain);

        var row = await other.RotatingRow();
        Assert.Equal(1, world.Provider.Calls);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), row.UncertainSince!.Value, TimeSpan.FromSeconds(1));
        (await other.AskRotating()).Refused(FailureKind.Uncertain);
    }

    [Fact]
    public async Task A_refusal_that_is_clear_and_a_call_that_was_not_sent_leave_no_doubt()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        world.Provider.Next(UpstreamFailures.Transient(UpstreamReach.NotSent), ScriptedProvider.Failure(FailureKind.Throttled));

        (await instance.AskRotating()).Refused(FailureKind.Transient);
        world.Pass(10);
        (await instance.AskRotating()).Refused(FailureKind.Throttled);
        world.Pass(10);

        Assert.True((await instance.AskRotating()).HasToken);
        Assert.Equal(["R0", "R0", "R0"], world.Sent());
    }

    [Fact]
    public async Task An_operator_who_says_retry_has_it_sent_again()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        world.Provider.Next(Answer("timeout"));
        await instance.AskRotating();

        Assert.True(await instance.Registrar.RetryAsync(RotatingWorld.Key, CancellationToken.None));

        Assert.True((await instance.AskRotating()).HasToken);
        Assert.Equal(["R0", "R0"], world.Sent());
        Assert.Null((await instance.RotatingRow()).UncertainSince);
    }

    [Fact]
    public async Task A_retry_before_a_crashed_call_was_settled_keeps_the_way_open_for_its_late_answer()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        var late = world.Provider.HoldNext();
        var asked = instance.AskRotating();
        world.Pass(21);
        await world.Start().Registrar.RetryAsync(RotatingWorld.Key, CancellationToken.None);

        late.SetResult(RotatingWorld.Rotated("A1", "R1"));

        Assert.Equal("A1", (await world.RunAsync(asked)).Value());
        world.Pass(3600);
        await instance.AskRotating();
        Assert.Equal(["R0", "R1"], world.Sent());
    }

    [Fact]
    public async Task A_new_initial_value_is_certain_and_another_change_of_the_secret_is_not()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        world.Provider.Next(Answer("timeout"));
        await instance.AskRotating();

        await world.SaveRotatingAsync(instance, "R0", label: "changed");
        (await instance.AskRotating()).Refused(FailureKind.Uncertain);
        (await instance.AskRotating()).Refused(FailureKind.Uncertain);
        Assert.Equal(1, world.Provider.Calls);

        await world.SaveRotatingAsync(instance, "S0", label: "changed");
        Assert.True((await instance.AskRotating()).HasToken);
        Assert.Equal(["R0", "S0"], world.Sent());
        Assert.Null((await instance.RotatingRow()).UncertainSince);
    }

    [Fact]
    public async Task A_doubt_about_the_new_initial_value_is_not_lifted_by_saving_it_once_more()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        world.Provider.Next(RotatingWorld.Rotated("A1", "R1"), Answer("timeout"));
        await instance.AskRotating();
        await world.SaveRotatingAsync(instance, "S0");
        await instance.AskRotating();
        await instance.Background.DrainAsync();
        world.Pass(3600);

        await world.SaveRotatingAsync(instance, "S0", label: "changed");

        (await instance.AskRotating()).Refused(FailureKind.Uncertain);
        Assert.Equal(["R0", "S0"], world.Sent());
    }

    [Fact]
    public async Task A_late_answer_with_a_newer_value_ends_the_doubt_and_the_failure()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        var late = world.Provider.HoldNext();
        var asked = instance.AskRotating();
        var other = world.Start();
        world.Pass(21);
        (await world.RunAsync(other.AskRotating())).Refused(FailureKind.Uncertain);

        late.SetResult(RotatingWorld.Rotated("A1", "R1"));
        await world.RunAsync(asked);

        Assert.Null((await other.RotatingRow()).UncertainSince);
        Assert.True((await other.AskRotating()).HasToken);
        Assert.Equal(["R0", "R1"], world.Sent());
    }

    [Fact]
    public async Task A_late_refusal_of_the_very_call_ends_the_doubt_too()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        var late = world.Provider.HoldNext();
        var asked = instance.AskRotating();
        var other = world.Start();
        world.Pass(21);
        (await world.RunAsync(other.AskRotating())).Refused(FailureKind.Uncertain);

        late.SetResult(ScriptedProvider.Failure(FailureKind.Throttled));
        await world.RunAsync(asked);

        Assert.True((await other.AskRotating()).HasToken);
        Assert.Equal(["R0", "R0"], world.Sent());
    }

    [Fact]
    public async Task Where_it_is_safe_to_repeat_the_next_lease_sends_the_same_value()
    {
        var (world, instance) = await RotatingWorld.MakeAsync(policy: "\"safe_to_repeat\": true");
        world.Provider.Next(Answer("timeout"), RotatingWorld.Rotated("A1", "R1"));
        (await instance.AskRotating()).Refused(FailureKind.Transient);
        Assert.NotNull((await instance.RotatingRow()).UncertainSince);
        world.Pass(2);

        Assert.Equal("A1", (await instance.AskRotating()).Value());
        Assert.Equal(["R0", "R0"], world.Sent());
        Assert.Null((await instance.RotatingRow()).UncertainSince);
    }

    [Fact]
    public async Task A_realm_that_keeps_no_state_any_more_has_nothing_to_doubt()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        world.Provider.Next(Answer("timeout"));
        (await instance.AskRotating()).Refused(FailureKind.Uncertain);

        await world.SaveOtherAsync(instance, "rot", "\"method\": \"GET\"", "R0");

        Assert.True((await instance.AskRotating()).HasToken);
    }

    [Fact]
    public async Task A_replaced_token_ends_and_its_refresh_token_is_uncertain()
    {
        var (world, instance) = await RotatingWorld.MakeAsync(policy: "\"issue\": \"replaces\", \"overlap_sec\": 60");
        world.Provider.Next(RotatingWorld.Rotated("A1", "R1"), Answer("timeout"));
        await instance.AskRotating();
        world.Pass(3300);
        await instance.AskRotating();
        await instance.Background.DrainAsync();

        var row = await instance.RotatingRow();

        Assert.Equal(world.Time.GetUtcNow().AddSeconds(60), row.ExpiresAt);
        Assert.Equal(world.Time.GetUtcNow(), row.UncertainSince);
    }

    private static UpstreamAnswer Answer(string how) =>
        how == "5xx" ? RotatingWorld.Broken() : UpstreamFailures.Transient(UpstreamReach.Unanswered);
}
