using TokenFunctions.Core.Tests.Flow.Doubles;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>A flight whose store is slow brings a row that is older than what those who join it have seen.</summary>
public sealed class SlowFlightTests
{
    [Fact]
    public async Task Who_joins_a_flight_is_not_answered_by_a_row_that_is_older_than_its_own_look()
    {
        var (world, instance) = await World.MakeAsync();
        var other = world.Start();
        var slow = new TaskCompletionSource();
        // The first look finds nothing, the flight the other's token; and that answer takes its time.
        instance.Store.Tokens.BeforeRead(2, () => other.Ask());
        instance.Store.Tokens.AfterRead(2, () => slow.Task);
        var first = instance.Ask();
        world.Pass(10);
        var newer = await other.Ask(flush: true);

        world.Pass(10);
        var second = instance.Ask(invalid: newer.Token!.Generation);
        slow.SetResult();

        Assert.True((await first).HasToken);
        Assert.Equal("token-3", (await second).Value());
    }
}
