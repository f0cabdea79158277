using TokenFunctions.Caching;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Sweeping;

namespace TokenFunctions.Composition;

/// <summary>What can be set of a flow, whoever hosts it.</summary>
public sealed record FlowSettings
{
    /// <summary>Where providers may be called.</summary>
    public EgressRules Egress { get; init; } = EgressRules.PublicOnly;

    /// <summary>The times.</summary>
    public BrokerTimes Times { get; init; } = new();

    /// <summary>How much a sweep does at once.</summary>
    public SweepLimits Sweep { get; init; } = new();

    /// <summary>What the memory before the broker holds.</summary>
    public CacheLimits Cache { get; init; } = new();

    /// <summary>How many calls to one realm's provider are under way in this process at most, whatever the realm
    /// says.</summary>
    public int CallsPerRealm { get; init; } = 8;
}
