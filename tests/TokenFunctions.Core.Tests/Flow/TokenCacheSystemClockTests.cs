using TokenFunctions.Caching;
using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>On the system's own time the cache reads a coarser clock than elsewhere.</summary>
public sealed class TokenCacheSystemClockTests
{
    private readonly ScriptedSource source = new(TimeProvider.System);
    private readonly TokenCache cache;

    public TokenCacheSystemClockTests()
    {
        var background = new CacheWorld().Background;
        cache = new TokenCache(source, new StoreClock(TimeProvider.System), background, new CacheLimits());
    }

    [Theory]
    [InlineData(0.2, 3600)]
    [InlineData(60, 0.2)]
    public async Task An_answer_is_fresh_until_its_time_is_over(double revalidateAfter, double deadIn)
    {
        source.Answer = r => source.Token(r.Key, 1, deadIn: deadIn, revalidateAfter: revalidateAfter);
        await cache.GetAsync("demo", "main");
        await Testing.Eventually.HoldsAsync(() => !cache.TryGetFresh(World.Key, out _), "the end of the answer");
        Assert.Equal(1, source.Calls);
    }

    [Fact]
    public async Task One_that_lives_long_stays_fresh()
    {
        await cache.GetAsync("demo", "main");
        for (var n = 0; n < 1000; n++) Assert.True(cache.TryGetFresh(World.Key, out _));
        Assert.Equal(1, source.Calls);
    }
}
