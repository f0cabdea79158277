namespace TokenFunctions.Renewals.Judging;

/// <summary>How long to leave the provider alone after a failure.</summary>
internal static class Backoff
{
    /// <summary>Exponential with full jitter, and at least what the provider asks for.</summary>
    /// <param name="times">First and longest pause.</param>
    /// <param name="random">The source of the jitter.</param>
    /// <param name="failures">How many attempts have failed in a row, 1 or more.</param>
    /// <param name="retryAfter">What the provider asks for; null = nothing.</param>
    public static TimeSpan Delay(BrokerTimes times, Random random, int failures, TimeSpan? retryAfter)
    {
        var grown = times.BackoffFirst.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 30));
        var cap = Math.Min(grown, times.BackoffMax.TotalSeconds);
        var delay = TimeSpan.FromSeconds(cap * random.NextDouble());
        return retryAfter > delay ? retryAfter.Value : delay;
    }
}
