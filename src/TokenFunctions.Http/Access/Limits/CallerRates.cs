using System.Threading.RateLimiting;

namespace TokenFunctions.Http.Access.Limits;

/// <summary>Keeps callers to their requests a second, each process by itself: with n instances a caller may get n
/// times as many.</summary>
internal sealed class CallerRates
{
    // More callers than one deployment has; one whose bucket is lost begins with a full one.
    private const int MaxCallers = 10_000;
    private readonly RecentMemory<string, Rate> rates = new(MaxCallers);

    /// <summary>Counts a request.</summary>
    /// <returns>How long it must wait; null = it may go on.</returns>
    public TimeSpan? Take(Requester who)
    {
        if (who.RequestsPerSecond is not { } most) return null;
        var rate = rates.Update(
            who.Name, old => old?.PerSecond == most ? old : new Rate(most, TokenBuckets.PerSecond(most)));
        return TokenBuckets.TryTake(rate.Bucket, out var wait) ? null : wait;
    }

    // Without a timer there is nothing in a bucket that would have to be let go of.
    private sealed record Rate(int PerSecond, TokenBucketRateLimiter Bucket);
}
