using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Caching;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Bench.Clients;

/// <summary>A client's cache, full of tokens.</summary>
internal static class Caches
{
    /// <summary>The keys of tokens.</summary>
    public static TokenKey[] Keys(int count) => [.. Enumerable.Range(0, count).Select(n => new TokenKey("realm", $"customer-{n}"))];

    /// <summary>A cache that has them all.</summary>
    public static async Task<TokenCache> FillAsync(TokenKey[] keys, int characters)
    {
        var background = new Background(TaskScheduler.Default, NullLogger<Background>.Instance);
        var limits = new CacheLimits { MaxBytes = 4L * 1024 * 1024 * 1024, ChecksEarly = true };
        var cache = new TokenCache(new FixedSource(characters), new StoreClock(TimeProvider.System), background, limits);
        foreach (var (realm, key) in keys) await cache.GetAsync(realm, key);
        return cache;
    }
}
