using System.Threading.RateLimiting;

namespace TokenFunctions.Http.Access.Limits;

/// <summary>A caller's requests a second. Without a timer there is nothing in its bucket that would have to be let go
/// of.</summary>
/// <param name="perSecond">The most in a second.</param>
internal sealed class RequestRate(int perSecond)
{
    public int PerSecond => perSecond;

    public TokenBucketRateLimiter Bucket { get; } = TokenBuckets.PerSecond(perSecond);
}
