using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Operators who say: try again now.</summary>
public sealed class RetryTests
{
    [Fact]
    public async Task A_retry_ends_a_remembered_failure_and_keeps_it_to_be_seen()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.BadCredentials));
        (await instance.Ask()).Refused(FailureKind.BadCredentials);

        Assert.True(await RetryAsync(instance));

        Assert.Equal(FailureKind.BadCredentials, (await instance.Row()).Failure!.Kind);
        Assert.Equal("token-2", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task A_retry_ends_the_doubt_and_keeps_token_and_state()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        await instance.Tokens.TrySaveAsync(
            await instance.Row() with { UncertainSince = world.Time.GetUtcNow(), SealedState = [1], StateNumber = 7 },
            CancellationToken.None);

        Assert.True(await RetryAsync(instance));
        Assert.True(await RetryAsync(instance));

        var row = await instance.Row();
        Assert.Null(row.UncertainSince);
        Assert.Equal((true, 7), (row.SealedState is not null, row.StateNumber));
        Assert.Equal("token-1", (await instance.Ask()).Value());
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_retry_when_nothing_is_wrong_writes_nothing()
    {
        var (_, instance) = await World.MakeAsync();
        await instance.Ask();
        var before = await instance.Row();

        Assert.True(await RetryAsync(instance));

        Assert.Equal(before.ETag, (await instance.Row()).ETag);
    }

    [Fact]
    public async Task A_retry_of_a_secret_that_is_not_there_says_so()
    {
        var (_, instance) = await World.MakeAsync();

        Assert.False(await instance.Registrar.RetryAsync(new TokenKey("demo", "none"), CancellationToken.None));
    }

    private static Task<bool> RetryAsync(Instance instance) => instance.Registrar.RetryAsync(World.Key, CancellationToken.None);
}
