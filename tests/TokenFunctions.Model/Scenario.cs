using System.Globalization;
using TokenFunctions.Model.Stepping;
using TokenFunctions.Realms;

namespace TokenFunctions.Model;

/// <summary>What a seed draws before the first step.</summary>
public sealed class Scenario
{
    public Scenario(int seed, RealmKind kind, Plant plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        var chance = new Chance(seed, 1);
        (Seed, Kind) = (seed, kind);
        Instances = 2 + chance.Below(4);
        Length = chance.Seconds(40, 150);
        Life = TimeSpan.FromSeconds(IsLimited ? chance.Pick(40, 60, 300) : chance.Pick(12, 30, 60, 300));
        Timeout = TimeSpan.FromSeconds(chance.Pick(2, 5, 10));
        Overlap = TimeSpan.FromSeconds(kind == RealmKind.ReplacesWithOverlap ? chance.Pick(4, 20) : 0);
        GivenUntil = TimeSpan.FromSeconds(chance.Pick(1, 5));
        Keys = chance.Of(kind == RealmKind.LimitedPerRealm ? 0.2 : 0.8) ? 1 : 2;
        Limits = DrawLimits(chance);
        HasIdentity = chance.Of(0.5);
        ForceInterval = TimeSpan.FromSeconds(chance.Pick(0, 2, 5));
        KeepWarm = chance.Of(0.3);
        CallersEvery = TimeSpan.FromSeconds(chance.Pick(0.7, 3, 10));
        Times = plant.Times(new BrokerTimes { BackoffMax = TimeSpan.FromSeconds(20) });
    }

    public int Seed { get; }

    public RealmKind Kind { get; }

    /// <summary>How many instances run at once.</summary>
    public int Instances { get; }

    /// <summary>For how long there are troubles.</summary>
    public TimeSpan Length { get; }

    /// <summary>The life of the provider's tokens.</summary>
    public TimeSpan Life { get; }

    /// <summary>The realm's time-out.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>For how long an old token lives on.</summary>
    public TimeSpan Overlap { get; }

    /// <summary>How long before the end of a token a stable provider gives another one.</summary>
    public TimeSpan GivenUntil { get; }

    /// <summary>How many secrets the realm has.</summary>
    public int Keys { get; }

    /// <summary>How many calls the provider takes; empty = no limit.</summary>
    public IReadOnlyList<CallLimit> Limits { get; }

    /// <summary>Whether another credential is another account.</summary>
    public bool HasIdentity { get; }

    public TimeSpan ForceInterval { get; }

    public bool KeepWarm { get; }

    /// <summary>The time between two callers, in the mean.</summary>
    public TimeSpan CallersEvery { get; }

    public BrokerTimes Times { get; }

    public bool IsRotating => Kind is RealmKind.Rotating or RealmKind.RotatingSafeToRepeat;

    private bool IsLimited => Kind is RealmKind.LimitedPerSecret or RealmKind.LimitedPerRealm;

    public bool Replaces => Kind is RealmKind.ReplacesAtOnce or RealmKind.ReplacesWithOverlap;

    /// <summary>The realm's config.</summary>
    public string Config => string.Create(CultureInfo.InvariantCulture, $$"""
        {"url": "https://provider.example/token", "method": "POST", "token_path": "t", "expires_in_path": "e",
         {{State}}
         "policy": {"issue": "{{Issue}}", "overlap_sec": {{Overlap.TotalSeconds}},
          "force_min_interval_sec": {{ForceInterval.TotalSeconds}}, "timeout_ms": {{Timeout.TotalMilliseconds}},
          "identity": [{{(HasIdentity ? "\"key_1\"" : "")}}]{{Safe}}{{LimitsText}} } }
        """);

    private string Issue => Replaces ? "replaces" : Kind == RealmKind.Stable ? "stable" : "independent";

    private string Safe => Kind == RealmKind.RotatingSafeToRepeat ? ", \"safe_to_repeat\": true" : "";

    private string LimitsText => Limits.Count == 0 ? "" : $", \"limits\": [{string.Join(", ", Limits.Select(Text))}]";

    private static string Text(CallLimit limit) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"max": {{limit.Max}}, "per_sec": {{limit.Window.TotalSeconds}}, "on": "{{(limit.ForcedOnly ? "force" : "all")}}",
         "per": "{{(limit.PerRealm ? "realm" : "secret")}}"}
        """);

    private CallLimit[] DrawLimits(Chance chance)
    {
        if (!IsLimited) return [];
        var perRealm = Kind == RealmKind.LimitedPerRealm;
        return
        [
            new(chance.Pick(4, 6), TimeSpan.FromSeconds(30)) { PerRealm = perRealm },
            new(chance.Pick(1, 2), TimeSpan.FromSeconds(chance.Pick(10, 20))) { PerRealm = perRealm, ForcedOnly = true },
        ];
    }

    private string State => !IsRotating ? "" : """
        "state": [{"name": "refresh_token", "initial": "$key_1", "path": "r"}],
        "arguments": [{"name": "refresh_token", "place": "body", "value": "${state.refresh_token}"}],
        """;
}
