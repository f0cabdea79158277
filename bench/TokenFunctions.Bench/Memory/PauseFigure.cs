using System.Runtime;

namespace TokenFunctions.Bench.Memory;

/// <summary>The stops for a cache of many tokens.</summary>
/// <param name="Tokens">How many tokens are kept.</param>
/// <param name="Filling">While they came.</param>
/// <param name="Answering">While they were asked for, beside a program that makes other objects.</param>
/// <param name="Hits">How often one was asked for.</param>
internal sealed record PauseFigure(int Tokens, Pauses Filling, Pauses Answering, long Hits)
{
    /// <summary>The collector's kind.</summary>
    public static string Collector =>
        $"{(GCSettings.IsServerGC ? "server" : "workstation")}{(GCSettings.LatencyMode == GCLatencyMode.Batch ? "" : ", background")}";
}
