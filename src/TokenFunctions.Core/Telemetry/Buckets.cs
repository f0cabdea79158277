using System.Diagnostics.Metrics;

namespace TokenFunctions.Telemetry;

/// <summary>The bounds of histograms' buckets, in seconds: those that collectors assume are made for
/// milliseconds.</summary>
internal static class Buckets
{
    /// <summary>For calls and waits.</summary>
    public static readonly InstrumentAdvice<double> Durations = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    };

    /// <summary>For lives of tokens.</summary>
    public static readonly InstrumentAdvice<double> Lives = new()
    {
        HistogramBucketBoundaries = [2, 10, 30, 60, 300, 600, 1800, 3600, 7200, 14400, 28800, 86400, 604800],
    };
}
