using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Caching;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Bench.Memory;

/// <summary>A cache of many tokens.</summary>
internal static class FullCache
{
    /// <summary>An empty cache over <see cref="DistinctTokens"/>.</summary>
    public static TokenCache Empty(long maxBytes = long.MaxValue / 2, bool holdsText = false)
    {
        var background = new Background(TaskScheduler.Default, NullLogger<Background>.Instance);
        var limits = new CacheLimits { MaxBytes = maxBytes, HoldsText = holdsText };
        return new TokenCache(new DistinctTokens(), new StoreClock(TimeProvider.System), background, limits);
    }

    /// <summary>Asks for tokens from that number on.</summary>
    /// <param name="cache">The cache.</param>
    /// <param name="from">The first number.</param>
    /// <param name="count">How many.</param>
    /// <param name="each">Sees each token; null = nobody does.</param>
    public static async Task FillAsync(this TokenCache cache, int from, int count, Action<Token>? each = null)
    {
        for (var n = from; n < from + count; n++)
        {
            var result = await cache.GetAsync(new TokenRequest(DistinctTokens.Key(n)), CancellationToken.None);
            each?.Invoke(result.Token ?? throw new InvalidOperationException("There is no token."));
        }
    }

    /// <summary>The bytes of all objects that are in use, after a full blocking collection.</summary>
    public static long LivingBytes()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
