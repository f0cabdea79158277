using TokenFunctions.Caching;
using TokenFunctions.Client.Connecting;
using TokenFunctions.Client.Embedded.Reading;
using TokenFunctions.Composition;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Storage.Memory;

namespace TokenFunctions.Client.Embedded;

/// <summary>What came of reading <see cref="EmbeddedOptions"/>.</summary>
/// <param name="Plan">The checked options; null when there are faults.</param>
/// <param name="Faults">Everything that is wrong, with names and without values.</param>
internal sealed record EmbeddedReading(EmbeddedPlan? Plan, IReadOnlyList<string> Faults)
{
    /// <summary>Reads files and configurations, compiles every realm, and finds every fault. A file of sealing keys is
    /// made only where there is no other fault.</summary>
    public static EmbeddedReading Of(EmbeddedOptions options)
    {
        var faults = new List<string>();
        var sources = new RealmSources(faults).Read(options);
        new RealmCheck(faults).Check(sources);
        var egress = ReadEgress(options, faults);
        if (options.Times is null) faults.Add("Times must not be null");
        faults.AddRange(OptionsFaults.OfMemory(options.CacheBytes));
        faults.AddRange(OptionsFaults.OfPrefetch(options.Prefetch));
        var keys = new KeyReading(faults).Read(options);
        if (faults.Count > 0) return new(null, faults);
        var flow = new FlowSettings
        {
            Egress = egress,
            Times = options.Times!,
            Cache = new CacheLimits { MaxBytes = options.CacheBytes, HoldsText = true },
        };
        return new(new(sources.Realms, sources.Secrets, flow, options.Tables ?? new MemoryTables(), keys!), faults);
    }

    private static EgressRules ReadEgress(EmbeddedOptions options, List<string> faults)
    {
        if (EgressRules.TryParse(options.EgressAllow, options.EgressHosts, out var rules, out var error)) return rules;
        faults.Add(error
            .Replace(EgressRules.Setting, nameof(options.EgressAllow), StringComparison.Ordinal)
            .Replace(EgressRules.HostsSetting, nameof(options.EgressHosts), StringComparison.Ordinal));
        return EgressRules.PublicOnly;
    }
}
