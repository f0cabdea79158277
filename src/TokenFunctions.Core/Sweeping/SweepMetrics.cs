using System.Diagnostics.Metrics;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Sweeping;

/// <summary>The sweep's figures as instruments of the meter <c>TokenFunctions</c>. They carry no names of realms or
/// keys.</summary>
public sealed class SweepMetrics : IDisposable
{
    private readonly Dictionary<Func<SweepReport, int>, Counter<long>> counters;
    private readonly Histogram<double> duration;

    /// <summary>Makes the instruments; who listens gets figures from then on.</summary>
    public SweepMetrics()
    {
        counters = new()
        {
            [report => report.Hints] = Counter("hints", "{hint}", "hints that were read"),
            [report => report.Renewed] = Counter("renewed", "{token}", "tokens that were renewed"),
            [report => report.Failed] = Counter("failed", "{renewal}", "renewals that failed"),
            [report => report.Unwanted] = Counter("unwanted", "{token}", "due tokens that nobody uses"),
            [report => report.Held] = Counter("held", "{token}", "due tokens that were put off"),
            [report => report.NotDue] = Counter("not_due", "{hint}", "hints at tokens that need nothing"),
            [report => report.Removed] = Counter("removed", "{row}", "long-dead values and rows that were removed"),
            [report => report.Repaired] = Counter("repaired", "{hint}", "lost hints that were written again"),
            [report => report.Left] = Counter("left", "{hint}", "hints that were left to the next sweep"),
        };
        duration = Meter.CreateHistogram(
            "tokenfunctions.sweep.duration", "s", "time of a sweep", [], Buckets.Durations);
    }

    /// <summary>The meter, so that a test hears these figures and no others.</summary>
    internal Meter Meter { get; } = new("TokenFunctions");

    /// <summary>Adds a sweep.</summary>
    public void Add(SweepReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (var (count, counter) in counters) counter.Add(count(report));
        duration.Record(report.Elapsed.TotalSeconds);
    }

    /// <summary>Ends the instruments.</summary>
    public void Dispose() => Meter.Dispose();

    private Counter<long> Counter(string name, string unit, string description) =>
        Meter.CreateCounter<long>($"tokenfunctions.sweep.{name}", unit, description);
}
