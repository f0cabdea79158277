using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

public sealed class StatusBoardTests
{
    [Theory]
    [InlineData(0, "fresh")]
    [InlineData(3300, "due")]
    [InlineData(3545, "dead")]
    public async Task A_token_is_shown_in_its_age(double seconds, string age)
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(seconds);

        Assert.Equal(age, (await instance.Status.FindAsync(World.Key, CancellationToken.None))!.Age);
    }

    [Fact]
    public async Task A_secret_without_a_token_is_shown_and_an_unknown_one_is_not()
    {
        var (_, instance) = await World.MakeAsync();

        var status = await instance.Status.FindAsync(World.Key, CancellationToken.None);

        Assert.Equal("none", status!.Age);
        Assert.Null(status.IssuedAt);
        Assert.Null(await instance.Status.FindAsync(new TokenKey("demo", "none"), CancellationToken.None));
    }

    [Fact]
    public async Task A_failure_is_shown_until_the_secret_is_changed()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.BadCredentials));
        await instance.Ask();
        var failed = await instance.Status.FindAsync(World.Key, CancellationToken.None);

        await world.SaveSecretAsync(instance, "two");
        var changed = await instance.Status.FindAsync(World.Key, CancellationToken.None);

        Assert.Equal((FailureKind.BadCredentials, 1), (failed!.Failure!.Kind, failed.FailureCount));
        Assert.Null(changed!.Failure);
    }

    [Fact]
    public async Task The_next_try_is_shown_as_the_sweep_and_callers_will_make_it()
    {
        var (world, instance) = await World.MakeAsync();
        Assert.Equal(world.Time.GetUtcNow(), await NextAsync(instance));
        await instance.Ask();
        Assert.Equal((await instance.Row()).DueAt, await NextAsync(instance));

        world.Pass(3300);
        Assert.Equal(world.Time.GetUtcNow(), await NextAsync(instance));
        world.Provider.Next(ScriptedProvider.Failure());
        await instance.Ask();
        await instance.Background.DrainAsync();
        Assert.Equal(world.Time.GetUtcNow().AddSeconds(10), await NextAsync(instance));

        world.Pass(10);
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.BadCredentials));
        await instance.Ask();
        await instance.Background.DrainAsync();
        Assert.Null(await NextAsync(instance));
    }

    [Fact]
    public async Task A_token_that_never_expires_has_no_next_try()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.Life = null;
        await instance.Ask();

        Assert.Null(await NextAsync(instance));
    }

    [Fact]
    public async Task A_doubt_that_a_dead_holder_left_is_shown_before_anybody_has_asked_again()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        _ = world.Provider.HoldNext();
        _ = instance.AskRotating();
        var sentAt = world.Time.GetUtcNow();
        world.Pass(21);

        var status = await world.Start().Status.FindAsync(RotatingWorld.Key, CancellationToken.None);

        Assert.Equal((sentAt, FailureKind.Uncertain, null), (status!.UncertainSince, status.Failure!.Kind, status.NextRenewalAt));
    }

    [Fact]
    public async Task An_attempt_under_way_is_shown()
    {
        var (world, instance) = await World.MakeAsync();
        var held = world.Provider.HoldNext();
        var asked = instance.Ask();

        Assert.True((await instance.Status.FindAsync(World.Key, CancellationToken.None))!.Renewing);

        held.SetResult(ScriptedProvider.Token("x", null));
        await asked;
        Assert.False((await instance.Status.FindAsync(World.Key, CancellationToken.None))!.Renewing);
    }

    private static async Task<DateTimeOffset?> NextAsync(Instance instance) =>
        (await instance.Status.FindAsync(World.Key, CancellationToken.None))!.NextRenewalAt;
}
