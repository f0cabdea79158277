using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>The shortest way through the cache: a hit that looks at nothing but a number.</summary>
public sealed class TokenCacheFreshTests
{
    private readonly CacheWorld world = new();

    [Fact]
    public async Task What_is_not_in_memory_is_not_fresh_and_what_is_there_is()
    {
        Assert.False(world.Cache.TryGetFresh(World.Key, out _));
        await world.Ask();

        Assert.True(world.Cache.TryGetFresh(World.Key, out var answer));
        Assert.Equal("value-1", answer.Value());
        Assert.Same(answer, await world.Cache.GetAsync("demo", "main"));
    }

    [Fact]
    public async Task A_fresh_hit_in_few_words_allocates_nothing()
    {
        for (var n = 0; n < 100; n++) await world.Cache.GetAsync("demo", "main");

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 1000; n++) await world.Cache.GetAsync("demo", "main");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    [Theory]
    [InlineData(30, 3000, 3600)]
    [InlineData(60, 3000, 0.25)]
    [InlineData(0.5, 3000, 3600)]
    public async Task It_ends_with_the_validity_or_the_life_of_the_answer(double revalidate, double dueIn, double deadIn)
    {
        world.Source.Answer = r => world.Source.Token(r.Key, 1, dueIn, deadIn, revalidate);
        await world.Ask();
        var end = Math.Min(revalidate, deadIn);
        for (var passed = 0.0; passed < end; passed += 0.25, world.Pass(0.25))
            Assert.True(world.Cache.TryGetFresh(World.Key, out _), $"{passed}");

        Assert.False(world.Cache.TryGetFresh(World.Key, out _));
        Assert.Equal(1, world.Source.Calls);
    }

    [Fact]
    public async Task The_due_line_is_seen_at_its_moment()
    {
        world.Source.Answer = r => world.Source.Token(r.Key, 1, dueIn: 0.4);
        await world.Ask();
        world.Cache.TryGetFresh(World.Key, out _);
        world.Pass(0.4);

        // The world ends calls behind at once, but a token is asked for again only a second after the last time.
        Assert.True(world.Cache.TryGetFresh(World.Key, out _));
        Assert.Equal(1, world.Source.Calls);
        world.Pass(0.6);
        Assert.True(world.Cache.TryGetFresh(World.Key, out _));
        Assert.Equal(2, world.Source.Calls);
    }

    [Fact]
    public async Task A_clock_that_is_set_past_the_tokens_end_is_seen_within_a_second()
    {
        var clock = new SetClock();
        var source = new ScriptedSource(clock) { Answer = null };
        var cache = new TokenCache(source, new(clock), world.Background, new());
        await cache.GetAsync("demo", "main");
        Assert.True(cache.TryGetFresh(World.Key, out _));

        clock.Offset = TimeSpan.FromHours(2);
        clock.Pass(0.999);
        Assert.True(cache.TryGetFresh(World.Key, out _));
        clock.Pass(0.001);
        Assert.False(cache.TryGetFresh(World.Key, out _));
    }

    [Fact]
    public async Task What_was_forgotten_is_not_fresh()
    {
        await world.Ask();
        Assert.True(world.Cache.TryGetFresh(World.Key, out _));
        world.Cache.Forget("demo");
        Assert.False(world.Cache.TryGetFresh(World.Key, out _));
    }

    [Fact]
    public async Task Special_demands_do_not_take_the_short_way()
    {
        await world.Ask();
        await world.Ask();
        await world.Cache.GetAsync(new TokenRequest(World.Key) { Invalid = 1 }, CancellationToken.None);
        await world.Cache.GetAsync(new TokenRequest(World.Key) { Flush = true }, CancellationToken.None);
        await world.Cache.GetAsync(
            new TokenRequest(World.Key) { MinTtl = TimeSpan.FromHours(2) }, CancellationToken.None);

        Assert.Equal(4, world.Source.Calls);
    }

    // Its ticks go on evenly, as those of a machine do, while the time of day is set.
    private sealed class SetClock : TimeProvider
    {
        private readonly Testing.ManualTime time = new();

        public TimeSpan Offset { get; set; }

        public override long TimestampFrequency => 1_000_000_000;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Offset;

        public override long GetTimestamp() => (time.GetTimestamp() - 630_000_000_000_000_000) * 100;

        public void Pass(double seconds) => time.Advance(TimeSpan.FromSeconds(seconds));
    }
}
