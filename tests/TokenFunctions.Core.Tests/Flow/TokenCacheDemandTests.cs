using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Special demands on the cache, and its bound.</summary>
public sealed class TokenCacheDemandTests
{
    private readonly CacheWorld world = new();

    [Fact]
    public async Task Demands_that_memory_cannot_meet_pass_through()
    {
        await world.Ask();
        var flush = new TokenRequest(World.Key) { Flush = true };
        var invalid = new TokenRequest(World.Key) { Invalid = 1 };
        var minTtl = new TokenRequest(World.Key) { MinTtl = TimeSpan.FromHours(2) };

        foreach (var request in new[] { flush, invalid, minTtl }) await world.Cache.GetAsync(request, CancellationToken.None);

        Assert.Equal([flush, invalid, minTtl], world.Source.Requests.Skip(1));
    }

    [Fact]
    public async Task Demands_that_memory_meets_are_answered_from_it()
    {
        world.Source.Answer = r => world.Source.Token(r.Key, 5);
        await world.Ask();

        var invalid = await world.Cache.GetAsync(new TokenRequest(World.Key) { Invalid = 4 }, CancellationToken.None);
        var minTtl = await world.Cache.GetAsync(new TokenRequest(World.Key) { MinTtl = TimeSpan.FromMinutes(30) }, CancellationToken.None);

        Assert.Equal((TokenOrigin.Cache, TokenOrigin.Cache), (invalid.Origin, minTtl.Origin));
        Assert.Equal(1, world.Source.Calls);
    }

    [Fact]
    public void Who_reports_the_same_token_shares_one_call_and_a_flush_does_not()
    {
        world.Source.Hold = new TaskCompletionSource().Task;

        for (var n = 0; n < 10; n++) _ = world.Cache.GetAsync(new TokenRequest(World.Key) { Invalid = 1 }, CancellationToken.None).AsTask();
        Assert.Equal(1, world.Source.Calls);

        for (var n = 0; n < 2; n++) _ = world.Cache.GetAsync(new TokenRequest(World.Key) { Flush = true }, CancellationToken.None).AsTask();
        Assert.Equal(3, world.Source.Calls);
    }

    [Fact]
    public async Task The_memory_is_bounded_and_the_longest_unused_goes_first()
    {
        var small = new CacheWorld(maxBytes: 6000);
        for (var n = 0; n < 9; n++)
        {
            await small.Ask($"key-{n}");
            small.Pass(1);
        }

        await small.Ask("key-0");
        small.Pass(1);
        for (var n = 9; small.Cache.Count == n; n++) await small.Ask($"key-{n}");
        var calls = small.Source.Calls;

        Assert.InRange(small.Cache.Bytes, 1, 6000);
        await small.Ask("key-0");
        Assert.Equal(calls, small.Source.Calls);
        await small.Ask("key-1");
        Assert.Equal(calls + 1, small.Source.Calls);
    }

    [Fact]
    public async Task Who_joins_a_flight_and_wants_more_than_it_brings_asks_once_more()
    {
        var held = new TaskCompletionSource();
        world.Source.Hold = held.Task;
        var request = new TokenRequest(World.Key) { MinTtl = TimeSpan.FromSeconds(60) };
        world.Source.Answer = r => world.Source.Token(r.Key, 1, deadIn: 51);
        var first = world.Cache.GetAsync(request, CancellationToken.None).AsTask();
        world.Pass(2);
        var joined = Enumerable.Range(0, 10).Select(_ => world.Cache.GetAsync(request, CancellationToken.None).AsTask()).ToArray();
        world.Source.Answer = r => world.Source.Token(r.Key, 2);
        held.SetResult();

        Assert.Equal("value-1", (await first).Value());
        Assert.All(await Task.WhenAll(joined), result => Assert.Equal("value-2", result.Value()));
        Assert.Equal(2, world.Source.Calls);
    }

    [Fact]
    public async Task Who_joins_a_flight_that_brings_an_ended_token_asks_once_more_only()
    {
        var held = new TaskCompletionSource();
        world.Source.Hold = held.Task;
        world.Source.Answer = r => world.Source.Token(r.Key, 1, deadIn: -5);
        var first = world.Ask();
        var joined = Enumerable.Range(0, 10).Select(_ => world.Ask()).ToArray();
        world.Pass(5);
        held.SetResult();

        await first;
        await Task.WhenAll(joined);
        Assert.InRange(world.Source.Calls, 2, 11);
    }
}
