using System.Diagnostics.Metrics;
using TokenFunctions.Activities;

namespace TokenFunctions.Telemetry;

/// <summary>The figures of the flow as instruments of the meter <c>TokenFunctions</c>. They carry names of realms that
/// exist, and never a key; while nobody listens they cost a look.</summary>
public sealed class FlowMetrics : IDisposable
{
    /// <summary>Makes the instruments; who listens gets figures from then on.</summary>
    /// <param name="time">Measures durations.</param>
    public FlowMetrics(TimeProvider time)
    {
        Requests = new RequestMetrics(Meter);
        Providers = new ProviderMetrics(Meter, Activity);
        Renewals = new RenewalMetrics(Meter, Activity, time);
        Quotas = new QuotaMetrics(Meter);
        Stores = new StoreMetrics(Meter, time);
        Vaults = new VaultMetrics(Meter, time);
    }

    /// <summary>What was asked of providers lately; it counts whether anybody listens or not.</summary>
    public ActivityCounts Activity { get; } = new();

    /// <summary>What callers were answered.</summary>
    public RequestMetrics Requests { get; }

    /// <summary>The calls to providers.</summary>
    internal ProviderMetrics Providers { get; }

    /// <summary>The renewals of this process.</summary>
    internal RenewalMetrics Renewals { get; }

    /// <summary>What is left of realms' limits.</summary>
    internal QuotaMetrics Quotas { get; }

    /// <summary>The operations of the store.</summary>
    internal StoreMetrics Stores { get; }

    /// <summary>The operations of the vault.</summary>
    internal VaultMetrics Vaults { get; }

    /// <summary>The meter, so that a test hears these figures and no others.</summary>
    internal Meter Meter { get; } = new(Spans.Name);

    /// <summary>Ends the instruments.</summary>
    public void Dispose() => Meter.Dispose();
}
