using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>How what is in memory is checked against the row.</summary>
public sealed class RevalidationTests
{
    private static readonly TokenRequest Plain = new(World.Key);

    [Fact]
    public async Task A_token_that_is_as_it_was_is_confirmed_by_one_read_without_opening_its_value()
    {
        var (world, instance) = await World.MakeAsync();
        var first = await Ask(instance);
        var (reads, opened) = (instance.Store.Tokens.Reads, instance.Keys.Finds);
        world.Pass(60);

        var checkedAgain = await Ask(instance);

        Assert.Same(first.Token, checkedAgain.Token);
        Assert.Equal((reads + 1, opened), (instance.Store.Tokens.Reads, instance.Keys.Finds));
        world.Pass(59);
        await Ask(instance);
        Assert.Equal(reads + 1, instance.Store.Tokens.Reads);
    }

    [Fact]
    public async Task A_newer_generation_and_a_nearer_end_are_found()
    {
        var (world, instance) = await World.MakeAsync();
        await Ask(instance);
        await world.Start().Ask(flush: true);
        world.Pass(60);
        Assert.Equal("token-2", (await Ask(instance)).Value());

        var row = await instance.Row();
        var end = row.ExpiresAt!.Value.AddMinutes(-30);
        await instance.Tokens.TrySaveAsync(row with { ExpiresAt = end }, CancellationToken.None);
        world.Pass(60);
        Assert.Equal(end, (await Ask(instance)).Token!.ExpiresAt);
    }

    [Fact]
    public async Task The_same_generation_of_another_attempt_is_opened()
    {
        var (world, instance) = await World.MakeAsync();
        var first = await Ask(instance);
        var row = await instance.Row();
        var value = await instance.Tokens.SealAsync(
            World.Key, row.Generation, new SecretText("of another"), first.Token!.Extra, CancellationToken.None);
        await instance.Tokens.TrySaveAsync(
            row with { SealedValue = value, IssuedAt = row.IssuedAt.AddSeconds(1) }, CancellationToken.None);
        world.Pass(60);

        Assert.Equal("of another", (await Ask(instance)).Value());
    }

    [Fact]
    public async Task Where_tokens_replace_each_other_it_is_checked_after_half_the_overlap()
    {
        var (world, instance) = await World.MakeAsync("\"issue\": \"replaces\", \"overlap_sec\": 20");
        Assert.Equal(TimeSpan.FromSeconds(10), (await Ask(instance)).RevalidateAfter);
        await world.Start().Ask(flush: true);

        world.Pass(9.9);
        Assert.Equal("token-1", (await Ask(instance)).Value());
        world.Pass(0.1);
        Assert.Equal("token-2", (await Ask(instance)).Value());
    }

    [Fact]
    public async Task Without_overlap_it_is_checked_at_each_request_by_one_read_of_all_who_ask_at_once()
    {
        var (world, instance) = await World.MakeAsync("\"issue\": \"replaces\"");
        await Ask(instance);
        await world.Start().Ask(flush: true);
        Assert.Equal("token-2", (await Ask(instance)).Value());
        var reads = instance.Store.Tokens.Reads;
        var slow = new TaskCompletionSource();
        instance.Store.Tokens.BeforeRead(1, () => slow.Task);

        var asked = Enumerable.Range(0, 100).Select(_ => Ask(instance)).ToArray();
        slow.SetResult();

        Assert.All(await Task.WhenAll(asked), result => Assert.Equal("token-2", result.Value()));
        Assert.Equal(reads + 1, instance.Store.Tokens.Reads);
    }

    [Fact]
    public void What_the_askers_have_makes_no_second_call()
    {
        var cache = new CacheWorld();
        cache.Source.Hold = new TaskCompletionSource().Task;
        for (var generation = 1; generation <= 3; generation++)
        {
            var held = cache.Source.Token(World.Key, generation).Token;
            _ = cache.Cache.GetAsync(Plain with { Held = held }, CancellationToken.None).AsTask();
        }

        Assert.Equal(1, cache.Source.Calls);
    }

    [Fact]
    public async Task What_memory_has_is_told_only_when_it_would_do()
    {
        var cache = new CacheWorld();
        var first = (await cache.Ask()).Token;
        cache.Pass(60);
        await cache.Ask();
        await cache.Cache.GetAsync(Plain with { Invalid = 1 }, CancellationToken.None);

        Assert.Equal([null, first, null], cache.Source.Requests.Select(request => request.Held));
    }

    private static Task<TokenResult> Ask(Instance instance) => instance.Cache.GetAsync(Plain, CancellationToken.None).AsTask();
}
