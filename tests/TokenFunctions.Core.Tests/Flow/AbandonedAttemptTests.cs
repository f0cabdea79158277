using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Holders that died, and calls whose answer nobody saw.</summary>
public sealed class AbandonedAttemptTests
{
    private const string Replaces = "\"issue\": \"replaces\", \"overlap_sec\": 300";

    [Fact]
    public async Task When_the_holder_died_before_sending_others_wait_for_the_end_of_the_lease_and_take_over()
    {
        var (world, instance) = await World.MakeAsync();
        await LeaveLeaseAsync(world, instance, sent: false);
        var end = (await instance.Row()).LeaseEnd!.Value;

        var asked = instance.Ask();
        world.Pass(19);
        Assert.Equal(0, world.Provider.Calls);

        Assert.Equal("token-1", (await world.RunAsync(asked)).Value());
        Assert.Equal(1, world.Provider.Calls);
        Assert.InRange((await instance.Row()).IssuedAt, end, end.AddSeconds(2));
    }

    [Fact]
    public async Task When_the_holder_died_after_sending_an_independent_token_is_asked_for_again()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        await LeaveLeaseAsync(world, instance, sent: true);
        var expires = (await instance.Row()).ExpiresAt;
        world.Pass(21);

        var result = await instance.Ask();
        await instance.Background.DrainAsync();

        Assert.Equal("token-1", result.Value());
        Assert.Equal(expires, result.Token!.ExpiresAt);
        Assert.Equal("token-2", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task When_the_holder_died_after_sending_a_replaced_token_ends_with_the_overlap_also_for_readers()
    {
        var (world, instance) = await World.MakeAsync(Replaces);
        await instance.Ask();
        world.Pass(60);
        var sentAt = world.Time.GetUtcNow();
        await LeaveLeaseAsync(world, instance, sent: true);
        world.Pass(21);
        var held = world.Provider.HoldNext();

        var status = await instance.Status.FindAsync(World.Key, CancellationToken.None);
        var result = await instance.Ask();

        Assert.Equal("due", status!.Age);
        Assert.Equal(sentAt.AddSeconds(300), status.ExpiresAt);
        Assert.Equal(sentAt.AddSeconds(300), result.Token!.ExpiresAt);
        Assert.Equal(2, world.Provider.Calls);
        held.SetResult(ScriptedProvider.Token("new", TimeSpan.FromHours(1)));
        await instance.Background.DrainAsync();
        Assert.Equal("new", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task A_token_that_ends_before_the_overlap_keeps_its_own_end()
    {
        var (world, instance) = await World.MakeAsync(Replaces);
        var expires = (await instance.Ask()).Token!.ExpiresAt;
        world.Pass(3400);
        await LeaveLeaseAsync(world, instance, sent: true);
        world.Pass(21);

        Assert.Equal(expires, (await instance.Status.FindAsync(World.Key, CancellationToken.None))!.ExpiresAt);
    }

    [Fact]
    public async Task Without_an_overlap_a_token_that_may_be_replaced_is_dead()
    {
        var (world, instance) = await World.MakeAsync("\"issue\": \"replaces\"");
        await instance.Ask();
        await LeaveLeaseAsync(world, instance, sent: true);
        world.Pass(21);

        Assert.Equal("token-2", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task A_call_that_was_sent_and_not_answered_ends_the_replaced_token_too()
    {
        var (world, instance) = await World.MakeAsync(Replaces);
        await instance.Ask();
        world.Pass(60);
        world.Provider.Next(UpstreamFailures.Transient(UpstreamReach.Unanswered));
        (await instance.Ask(flush: true)).Refused(FailureKind.Transient);

        var row = await instance.Row();

        Assert.Equal(world.Time.GetUtcNow().AddSeconds(300), row.ExpiresAt);
        Assert.Equal(world.Time.GetUtcNow(), row.DueAt);
        Assert.Null(row.SentAt);
    }

    // What a process leaves behind that is killed in the middle of an attempt.
    private static async Task LeaveLeaseAsync(World world, Instance instance, bool sent)
    {
        var now = world.Time.GetUtcNow();
        var row = await instance.Row();
        await instance.Tokens.TrySaveAsync(
            row with
            {
                LeaseId = "dead",
                LeaseEnd = now.AddSeconds(20),
                Attempt = row.Attempt + 1,
                Outcome = AttemptOutcome.None,
                SentAt = sent ? now : null,
            },
            CancellationToken.None);
    }
}
