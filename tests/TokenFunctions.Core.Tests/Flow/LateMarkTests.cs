using TokenFunctions.Core.Tests.Flow.Doubles;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>The mark of a late answer while the store is unwell.</summary>
public sealed class LateMarkTests
{
    [Fact]
    public async Task A_mark_whose_write_is_lost_is_made_again()
    {
        var (world, instance) = await World.MakeAsync("\"issue\": \"replaces\", \"overlap_sec\": 300");
        var other = world.Start();
        var held = world.Provider.HoldNext();
        var asked = instance.Ask();
        world.Pass(21);
        await other.Ask();
        // The result finds the lease of another; the write after it is the mark.
        instance.Store.Tokens.BeforeWrite(2, WatchedTable.Lost);

        held.SetResult(ScriptedProvider.Token("late", TimeSpan.FromHours(1)));
        Assert.Equal("token-2", (await world.RunAsync(asked)).Value());

        Assert.True((await instance.Row()).IsSuspect);
    }
}
