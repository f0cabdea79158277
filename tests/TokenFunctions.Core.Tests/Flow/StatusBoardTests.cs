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
}
