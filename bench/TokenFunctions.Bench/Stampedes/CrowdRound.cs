namespace TokenFunctions.Bench.Stampedes;

/// <summary>What one crowd met.</summary>
/// <param name="All">From the first call's beginning until all were answered, in milliseconds.</param>
/// <param name="P50">The median wait of a caller, in milliseconds.</param>
/// <param name="P99">The 99th percentile, in milliseconds.</param>
/// <param name="PoolThreads">The threads of this process's pool at the end; idle ones stay for longer than a
/// round.</param>
internal sealed record CrowdRound(double All, double P50, double P99, int PoolThreads);
