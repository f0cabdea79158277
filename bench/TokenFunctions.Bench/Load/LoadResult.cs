namespace TokenFunctions.Bench.Load;

/// <summary>What came of a load.</summary>
/// <param name="Elapsed">From the first request to the last answer.</param>
/// <param name="Latencies">How long each answer took; every one of them was right.</param>
internal sealed record LoadResult(TimeSpan Elapsed, Latencies Latencies)
{
    /// <summary>How many requests were answered.</summary>
    public long Requests => Latencies.Count;

    /// <summary>Requests a second.</summary>
    public double PerSecond => Requests / Elapsed.TotalSeconds;
}
