using System.Threading.RateLimiting;

namespace TokenFunctions.Http.Access.Limits;

/// <summary>Token buckets that fill while nobody looks, without a timer each.</summary>
internal static class TokenBuckets
{
    /// <summary>A bucket that holds what one second brings.</summary>
    public static TokenBucketRateLimiter PerSecond(int tokens) => new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = tokens,
        TokensPerPeriod = tokens,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        AutoReplenishment = false,
        QueueLimit = 0,
    });

    /// <summary>Takes one; false = there is none, and <paramref name="wait"/> tells when there will be.</summary>
    public static bool TryTake(TokenBucketRateLimiter bucket, out TimeSpan wait)
    {
        bucket.TryReplenish();
        using var lease = bucket.AttemptAcquire();
        wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.Zero;
        return lease.IsAcquired;
    }
}
