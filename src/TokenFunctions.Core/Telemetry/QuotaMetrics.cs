using System.Diagnostics.Metrics;
using TokenFunctions.Quotas;

namespace TokenFunctions.Telemetry;

/// <summary>What is left of realms' limits of calls, as far as this process knows without asking.</summary>
internal sealed class QuotaMetrics
{
    private volatile RealmCounters? counters;

    public QuotaMetrics(Meter meter) => meter.CreateObservableGauge(
        "tokenfunctions.quota.left", Read, "{call}", "calls left under the tightest limit of a whole realm");

    /// <summary>Tells of these counters from now on.</summary>
    public void Observe(RealmCounters counted) => counters = counted;

    private IEnumerable<Measurement<long>> Read() => (counters?.Left() ?? [])
        .GroupBy(left => left.Realm, left => left.Calls, StringComparer.Ordinal)
        .Select(calls => new Measurement<long>(calls.Min(), new KeyValuePair<string, object?>("realm", calls.Key)));
}
