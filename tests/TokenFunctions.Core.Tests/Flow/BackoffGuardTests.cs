using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>A back-off that the first look at a token did not see, because what it looked at was not the newest.</summary>
public sealed class BackoffGuardTests
{
    [Fact]
    public async Task A_back_off_that_was_written_after_the_first_look_holds()
    {
        var (world, instance) = await World.MakeAsync();
        var other = world.Start();
        world.Provider.Next(ScriptedProvider.Failure());
        await other.Ask();
        world.Pass(11);
        instance.Store.Tokens.BeforeRead(2, async () =>
        {
            // As its holder does that writes it a second time, because the first write was not answered.
            var row = await other.Row();
            var failure = row.Failure! with { RetryAt = world.Time.GetUtcNow().AddSeconds(5) };
            await other.Tokens.TrySaveAsync(row with { Failure = failure }, CancellationToken.None);
        });

        var refused = (await instance.Ask()).Refused(FailureKind.Transient);

        Assert.Equal(world.Time.GetUtcNow().AddSeconds(5), refused.RetryAt);
        Assert.Equal((1L, 1), ((await instance.Row()).Attempt, world.Provider.Calls));
    }

    [Fact]
    public async Task A_failure_of_the_present_secret_holds_where_only_the_old_one_could_be_read()
    {
        var (world, instance) = await World.MakeAsync();
        var other = world.Start();
        world.Provider.Life = TimeSpan.FromSeconds(10);
        await other.Ask();
        await world.SaveSecretAsync(instance, "wrong");
        world.Pass(11);
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.IpDenied));
        await instance.Ask();
        other.Store.Secrets.BeforeRead(1, WatchedTable.Lost);

        var refused = (await other.Ask()).Refused(FailureKind.IpDenied);

        Assert.Equal((await instance.Row()).Failure!.RetryAt, refused.RetryAt);
        Assert.Equal(2, world.Provider.Calls);
        (await other.Ask()).Refused(FailureKind.IpDenied);
        Assert.Equal(2, world.Provider.Calls);
    }
}
