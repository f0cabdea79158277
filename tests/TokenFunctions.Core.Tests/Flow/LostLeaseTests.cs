using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Holders whose lease was taken over.</summary>
public sealed class LostLeaseTests
{
    private const string Replaces = "\"issue\": \"replaces\", \"overlap_sec\": 300";

    [Fact]
    public async Task A_lease_lost_before_the_sending_is_noted_sends_nothing_and_leaves_the_row_alone()
    {
        var (world, instance) = await World.MakeAsync();
        var other = world.Start();
        // Write 1 takes the lease, write 2 notes the sending. The other's clock is ahead.
        instance.Store.Tokens.BeforeWrite(2, () => OvertakeAsync(world, other, after: 0));

        var result = await world.RunAsync(instance.Ask());

        Assert.Equal("of the other", result.Value());
        Assert.Equal(0, world.Provider.Calls);
        var row = await instance.Row();
        Assert.Equal((null, null, AttemptOutcome.Succeeded), (row.SentAt, row.LeaseId, row.Outcome));
    }

    [Fact]
    public async Task A_lease_lost_while_the_answer_of_that_write_is_on_its_way_sends_nothing()
    {
        var (world, instance) = await World.MakeAsync();
        var other = world.Start();
        instance.Store.Tokens.AfterWrite(2, () => OvertakeAsync(world, other, after: 0));

        var result = await world.RunAsync(instance.Ask());

        Assert.Equal("of the other", result.Value());
        Assert.Equal(0, world.Provider.Calls);
    }

    [Fact]
    public async Task With_less_than_a_second_left_the_lease_is_given_back_unsent()
    {
        var (world, instance) = await World.MakeAsync();
        instance.Store.Tokens.AfterWrite(2, () =>
        {
            world.Pass(9.5);
            return Task.CompletedTask;
        });

        (await instance.Ask()).Refused(FailureKind.Transient);

        var row = await instance.Row();
        Assert.Equal(0, world.Provider.Calls);
        Assert.Equal((null, null, AttemptOutcome.Unsent), (row.LeaseId, row.SentAt, row.Outcome));
        Assert.Equal("token-1", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task A_late_answer_of_an_independent_token_is_dropped()
    {
        var (world, instance) = await World.MakeAsync();
        var (asked, held) = await LoseLeaseInCallAsync(world, instance);

        held.SetResult(ScriptedProvider.Token("late", TimeSpan.FromHours(1)));

        Assert.Equal("of the other", (await world.RunAsync(asked)).Value());
        Assert.False((await instance.Row()).IsSuspect);
    }

    [Fact]
    public async Task A_late_answer_where_tokens_replace_each_other_marks_the_row_and_the_next_read_renews()
    {
        var (world, instance) = await World.MakeAsync(Replaces);
        var (asked, held) = await LoseLeaseInCallAsync(world, instance);

        held.SetResult(ScriptedProvider.Token("late", TimeSpan.FromHours(1)));
        await world.RunAsync(asked);

        Assert.Equal("of the other", (await instance.Ask()).Value());
        await instance.Background.DrainAsync();
        Assert.Equal("token-2", (await instance.Ask()).Value());
        Assert.False((await instance.Row()).IsSuspect);
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task The_mark_holds_for_a_value_that_another_attempt_is_just_writing()
    {
        var (world, instance) = await World.MakeAsync(Replaces);
        var other = world.Start();
        var late = world.Provider.HoldNext();
        var asked = instance.Ask();
        world.Pass(21);
        // The other holder's third write is its result: the mark comes before it.
        other.Store.Tokens.BeforeWrite(3, async () =>
        {
            late.SetResult(ScriptedProvider.Token("late", TimeSpan.FromHours(1)));
            await Testing.Eventually.HoldsAsync(async () => (await instance.Row()).SuspectAttempt == 2, "the mark");
        });
        await other.Ask();

        var row = await instance.Row();

        Assert.Equal(2, row.ValueAttempt);
        Assert.True(row.IsSuspect);
        await world.RunAsync(asked);
        await other.Ask();
        await other.Background.DrainAsync();
        await instance.Background.DrainAsync();
        Assert.Equal(3, world.Provider.Calls);
        Assert.False((await instance.Row()).IsSuspect);
    }

    [Theory]
    [InlineData(UpstreamReach.NotSent, false)]
    [InlineData(UpstreamReach.Answered, false)]
    [InlineData(UpstreamReach.Unanswered, true)]
    public async Task A_late_failure_marks_the_row_only_when_the_call_may_have_worked(UpstreamReach reach, bool marked)
    {
        var (world, instance) = await World.MakeAsync(Replaces);
        var (asked, held) = await LoseLeaseInCallAsync(world, instance);

        held.SetResult(UpstreamFailures.Transient(reach));
        await world.RunAsync(asked);
        await instance.Ask();
        await instance.Background.DrainAsync();

        Assert.Equal(marked ? 2 : 1, world.Provider.Calls);
    }

    // An attempt under way whose lease ended and was taken over by one that has succeeded.
    private static async Task<(Task<TokenResult> Asked, TaskCompletionSource<UpstreamAnswer> Held)> LoseLeaseInCallAsync(
        World world, Instance instance)
    {
        var other = world.Start();
        var held = world.Provider.HoldNext();
        var asked = instance.Ask();
        await OvertakeAsync(world, other);
        return (asked, held);
    }

    // Another instance takes over after the lease has ended, without the scripted provider.
    private static async Task OvertakeAsync(World world, Instance other, double after = 21)
    {
        world.Pass(after);
        var row = await other.Row();
        var now = world.Time.GetUtcNow();
        var realm = (await other.Realms.FindAsync(World.Key.Realm, CancellationToken.None))!;
        var secret = (await other.Secrets.FindAsync(World.Key, CancellationToken.None))!;
        var generation = row.NextGeneration(now);
        var value = await other.Tokens.SealAsync(
            World.Key, generation, new("of the other"), new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal), CancellationToken.None);
        var written = await other.Tokens.TrySaveAsync(
            new TokenState(World.Key)
            {
                ETag = row.ETag,
                Generation = generation,
                SealedValue = value,
                IssuedAt = now,
                ExpiresAt = now.AddHours(1),
                DueAt = now.AddMinutes(48),
                Attempt = row.Attempt + 1,
                ValueAttempt = row.Attempt + 1,
                Outcome = AttemptOutcome.Succeeded,
                RealmVersion = realm.Version,
                SecretVersion = secret.Version,
                IdentityVersion = secret.IdentityVersion,
            },
            CancellationToken.None);
        Assert.NotNull(written);
    }
}
