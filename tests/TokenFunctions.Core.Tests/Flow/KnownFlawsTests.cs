using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Flaws that an early model of the flow found in its rules: each was mended, and each has its test.</summary>
public sealed class KnownFlawsTests
{
    private const string Replaces = "\"issue\": \"replaces\"";

    [Fact]
    public async Task A_suspect_mark_is_not_lost_to_a_write_in_progress()
    {
        var (world, instance) = await World.MakeAsync(Replaces);
        var (other, late) = (world.Start(), world.Provider.HoldNext());
        var asked = instance.Ask();
        world.Pass(21);
        other.Store.Tokens.BeforeWrite(3, async () =>
        {
            late.SetResult(ScriptedProvider.Token("late", TimeSpan.FromHours(1)));
            await Eventually.HoldsAsync(async () => (await instance.Row()).SuspectAttempt > 0, "the mark");
        });

        await other.Ask();

        Assert.True((await instance.Row()).IsSuspect);
        await world.RunAsync(asked);
        await instance.Ask();
        await instance.Background.DrainAsync();
        Assert.Equal("token-3", (await other.Ask()).Value());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task Own_clocks_are_not_written_into_rows(double skew)
    {
        var (world, _) = await World.MakeAsync();
        var skewed = world.StartSkewed(TimeSpan.FromSeconds(skew));
        var now = world.Time.GetUtcNow();
        var held = world.Provider.HoldNext();
        var asked = skewed.Ask();

        var leased = await skewed.Row();
        Assert.Equal(now.AddSeconds(20), leased.LeaseEnd!.Value, TimeSpan.FromMilliseconds(2));
        Assert.Equal(now, leased.SentAt!.Value, TimeSpan.FromMilliseconds(2));
        held.SetResult(ScriptedProvider.Token("t", TimeSpan.FromHours(1)));
        await asked;
        var row = await skewed.Row();
        Assert.Equal(now.AddHours(1), row.ExpiresAt!.Value, TimeSpan.FromMilliseconds(2));
        Assert.Equal(now, row.CalledAt!.Value, TimeSpan.FromMilliseconds(2));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task A_wrong_clock_takes_no_lease_away_before_its_end(double skew)
    {
        var (world, holder) = await World.MakeAsync();
        var skewed = world.StartSkewed(TimeSpan.FromSeconds(skew));
        _ = world.Provider.HoldNext();
        _ = holder.Ask();
        var waiting = skewed.Ask();

        world.Pass(19.9);
        Assert.Equal(1, world.Provider.Calls);

        Assert.Equal("token-2", (await world.RunAsync(waiting)).Value());
    }

    [Fact]
    public async Task A_call_does_not_outlive_its_lease_when_the_store_is_slow()
    {
        var (world, instance) = await World.MakeAsync();
        instance.Store.Tokens.AfterWrite(1, () => SlowAsync(world, 4));
        instance.Store.Tokens.BeforeWrite(2, () => SlowAsync(world, 3));

        Assert.True((await instance.Ask()).HasToken);

        // The time-out of 10 s counts from the taking of the lease.
        Assert.Equal(TimeSpan.FromSeconds(3), world.Provider.Timeout);
    }

    [Fact]
    public async Task Lease_and_generation_are_not_lost_by_a_removal()
    {
        var (world, instance) = await World.MakeAsync();
        var other = world.Start();
        var generation = (await instance.Ask()).Token!.Generation;
        var held = world.Provider.HoldNext();
        var flushed = instance.Ask(flush: true);
        await instance.Registrar.RemoveSecretAsync(World.Key, null, CancellationToken.None);
        var removed = await instance.Row();
        Assert.Equal((generation, 2, true, false), (removed.Generation, removed.Attempt, removed.LeaseId is not null, removed.HasValue));

        await world.SaveSecretAsync(instance, "two");
        var asked = other.Ask();
        Assert.Equal(2, world.Provider.Calls);
        held.SetResult(ScriptedProvider.Failure());

        await world.RunAsync(flushed);
        await world.RunAsync(asked);
        world.Pass(10);
        Assert.True((await other.Ask()).Token!.Generation > generation);
    }

    [Fact]
    public async Task A_fault_of_the_provider_after_the_effect_is_healed_by_a_report()
    {
        var (world, instance) = await World.MakeAsync(Replaces);
        await instance.Ask();
        world.Pass(3300);
        world.Provider.Next(ScriptedProvider.Failure());
        var bad = (await instance.Ask()).Token!.Generation;
        await instance.Background.DrainAsync();

        // The provider has replaced the token and answered 500. Nobody can know but who uses it.
        (await instance.Ask(invalid: bad)).Refused(FailureKind.Transient);
        Assert.Equal("token-1", (await instance.Ask()).Value());
        world.Pass(10);

        Assert.Equal("token-3", (await instance.Ask(invalid: bad)).Value());
    }

    [Fact]
    public async Task A_fault_of_the_provider_after_the_effect_leaves_a_rotating_state_uncertain()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        world.Provider.Next(RotatingWorld.Broken());

        (await instance.AskRotating()).Refused(FailureKind.Uncertain);
        world.Pass(86_400);
        (await instance.AskRotating()).Refused(FailureKind.Uncertain);

        Assert.Equal(["R0"], world.Sent());
    }

    private static Task SlowAsync(World world, double seconds)
    {
        world.Pass(seconds);
        return Task.CompletedTask;
    }
}
