namespace TokenFunctions.Processes.Loads;

/// <summary>Percentiles of durations.</summary>
internal static class Percentile
{
    /// <summary>The duration, in milliseconds, that this share of them does not pass; 0 where there are none.</summary>
    /// <param name="durations">The durations.</param>
    /// <param name="share">The share, 0 to 1.</param>
    public static double Of(IEnumerable<TimeSpan> durations, double share)
    {
        var sorted = durations.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)].TotalMilliseconds;
    }
}
