using System.Diagnostics.Metrics;
using TokenFunctions.Activities;

namespace TokenFunctions.Telemetry;

/// <summary>The renewals that this process made, and the time that they waited for those of others.</summary>
internal sealed class RenewalMetrics
{
    /// <summary>The old token still lived when the new one came, and no caller had to wait for it.</summary>
    public const string Early = "early";

    /// <summary>A caller waited, or the old token had died before.</summary>
    public const string Late = "late";

    /// <summary>It brought no token.</summary>
    public const string Failed = "failed";

    private readonly Counter<long> renewals;
    private readonly Histogram<double> waits;
    private readonly ActivityCounts activity;
    private readonly TimeProvider time;

    public RenewalMetrics(Meter meter, ActivityCounts activity, TimeProvider time)
    {
        (this.activity, this.time) = (activity, time);
        renewals = meter.CreateCounter<long>("tokenfunctions.renewals", "{renewal}", "renewals that this process made");
        waits = meter.CreateHistogram(
            "tokenfunctions.lease.wait", "s", "time that a renewal waited for another instance's", [],
            Buckets.Durations);
    }

    /// <summary>Adds a renewal.</summary>
    /// <param name="realm">The realm's id.</param>
    /// <param name="result">How it ended, in one of the words above.</param>
    /// <param name="now">The time now, store time.</param>
    public void Add(string realm, string result, DateTimeOffset now)
    {
        if (!string.Equals(result, Failed, StringComparison.Ordinal)) activity.AddRenewal(now);
        renewals.Add(1, new("realm", realm), new KeyValuePair<string, object?>("result", result));
    }

    /// <summary>Measures a renewal's waits; it tells of them at its end.</summary>
    public LeaseWait OpenWait(string realm) => new(waits, realm, time);
}
