using TokenFunctions.Http.Access;
using TokenFunctions.Notices;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Sweeping;
using TokenFunctions.Tokens;

namespace TokenFunctions.Hosting.Settings;

/// <summary>All that can be set, read and checked.</summary>
public sealed record ServiceSettings
{
    /// <summary>Where realms, secrets and tokens lie: <c>TokenFunctions__Storage</c>.</summary>
    public required StorageSetting Storage { get; init; }

    /// <summary>The core that this process is a front of: <c>TokenFunctions__Core__…</c>; null = it is a core
    /// itself.</summary>
    public CoreSetting? Core { get; init; }

    /// <summary>A Key Vault for values of secrets and the sealing key:
    /// <c>TokenFunctions__VaultUri</c>; null = none.</summary>
    public Uri? VaultUri { get; init; }

    /// <summary>The key of values at rest: <c>TokenFunctions__SealingKey</c>; null = from the vault
    /// or a generated file.</summary>
    public SealingKey? SealingKey { get; init; }

    /// <summary>Keys that only open what is sealed: <c>TokenFunctions__OlderSealingKeys</c>; none of them twice, and
    /// none is the active one.</summary>
    public IReadOnlyList<SealingKey> OlderSealingKeys { get; init; } = [];

    /// <summary>The operator's API key: <c>TokenFunctions__AdminKey</c>; null = none.</summary>
    public SecretText? AdminKey { get; init; }

    /// <summary>Whether the Functions host's own keys suffice: <c>TokenFunctions__TrustFunctionKeys</c>.</summary>
    public bool TrustFunctionKeys { get; init; }

    /// <summary>Whether App Service authentication puts an identity on each request:
    /// <c>TokenFunctions__AppServiceIdentity</c>.</summary>
    public bool AppServiceIdentity { get; init; }

    /// <summary>The header in which the platform's front end tells the client's address:
    /// <c>TokenFunctions__Access__ClientAddress</c>; null = none.</summary>
    public string? ClientAddress { get; init; }

    /// <summary>The most requests of one caller at once: <c>TokenFunctions__Access__MaxConcurrent</c>.</summary>
    public int MaxConcurrent { get; init; } = AccessRules.StandardConcurrent;

    /// <summary>Where the service may call: <c>TokenFunctions__Egress__Allow</c> opens more than public https
    /// addresses, <c>TokenFunctions__Egress__Hosts</c> closes all but its hosts.</summary>
    public required EgressRules Egress { get; init; }

    /// <summary>How many calls to one realm's provider may be under way in this process, whatever the realm says:
    /// <c>TokenFunctions__Egress__PerRealm</c>.</summary>
    public required int CallsPerRealm { get; init; }

    /// <summary>How many connections the app takes at once: <c>TokenFunctions__MaxConnections</c>.</summary>
    public required int MaxConnections { get; init; }

    /// <summary>Where notices of credentials go, and what they are signed with: <c>TokenFunctions__Webhook</c> and
    /// <c>TokenFunctions__WebhookKey</c>; null = nobody is told.</summary>
    public Webhook? Webhook { get; init; }

    /// <summary>The times of the flow: <c>TokenFunctions__Times__…Ms</c>.</summary>
    public required BrokerTimes Times { get; init; }

    /// <summary>How much a sweep does at once: <c>TokenFunctions__Sweep__…</c>.</summary>
    public required SweepLimits Sweep { get; init; }

    /// <summary>How old what requests are checked against may be: <c>TokenFunctions__Access__…Ms</c>.</summary>
    public required AccessTimes AccessTimes { get; init; }

    /// <summary>How many days an entry of the audit stays: <c>TokenFunctions__AuditDays</c>.</summary>
    public required int AuditDays { get; init; }

    /// <summary>Whether each event is a line of JSON on standard output; otherwise text for people:
    /// <c>TokenFunctions__Log</c>.</summary>
    public bool LogsJson { get; init; }

    /// <summary>Whether the console, the page for people, is served: <c>TokenFunctions__Console</c>.</summary>
    public bool ServesConsole { get; init; } = true;

    /// <summary>Where telemetry is sent: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and the other standard
    /// variables.</summary>
    public OtlpSettings Otlp { get; init; } = OtlpSettings.Off;

    /// <summary>What the process runs under.</summary>
    public required HostKind Host { get; init; }

    /// <summary>The port that the Functions host gave; null = it gave none.</summary>
    public int? FunctionsPort { get; init; }

    /// <summary>The addresses to listen on when the app runs by itself: <c>ASPNETCORE_URLS</c>.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>Whether the Functions host started the app.</summary>
    public bool UnderFunctions => Host != HostKind.None;

    /// <summary>The first address that other machines can reach; null = there is none, or the Functions host stands
    /// before all.</summary>
    public string? OpenUrl => Urls.FirstOrDefault(ListenAddresses.IsOpen);

    /// <summary>Whether requests come from where a key is needed, and neither the admin key nor a function key is one:
    /// then somebody must be a caller.</summary>
    public bool NeedsCallers => AdminKey is null && !TrustFunctionKeys && (UnderFunctions || OpenUrl is not null);
}
