namespace TokenFunctions.Notices;

/// <summary>The times of a notice's way to its receiver.</summary>
internal static class DeliveryTimes
{
    /// <summary>How long the receiver may take to answer.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>How long a notice belongs to the instance that set out to send it; longer than the time-out with the
    /// writes around it.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);

    /// <summary>What is older is no news any more and is not told: a receiver that was away for days is not
    /// flooded.</summary>
    public static readonly TimeSpan News = TimeSpan.FromDays(3);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>How long to wait after a notice could not be delivered: 1 min growing to 1 h, a quarter more or less,
    /// and at least what the receiver asks for, up to 1 h.</summary>
    /// <param name="tries">How often it was tried, 1 or more.</param>
    /// <param name="retryAfter">What the receiver asks for; null = nothing.</param>
    /// <param name="random">The source of the jitter.</param>
    public static TimeSpan Pause(int tries, TimeSpan? retryAfter, Random random)
    {
        var grown = TimeSpan.FromMinutes(Math.Pow(2, Math.Clamp(tries - 1, 0, 10)));
        var pause = (grown < Longest ? grown : Longest) * (0.75 + (random.NextDouble() / 2));
        var asked = retryAfter < Longest ? retryAfter.Value : retryAfter is null ? TimeSpan.Zero : Longest;
        return asked > pause ? asked : pause;
    }
}
