using TokenFunctions.Notices;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Sweeping;
using TokenFunctions.Tokens;

namespace TokenFunctions.Host.Settings;

/// <summary>All that can be set, read and checked.</summary>
public sealed record ServiceSettings
{
    /// <summary>Where realms, secrets and tokens lie: <c>TokenFunctions__Storage</c>.</summary>
    public required StorageSetting Storage { get; init; }

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

    /// <summary>Where the service may call besides public https addresses:
    /// <c>TokenFunctions__Egress__Allow</c>.</summary>
    public required EgressRules Egress { get; init; }

    /// <summary>Where notices of credentials go, and what they are signed with: <c>TokenFunctions__Webhook</c> and
    /// <c>TokenFunctions__WebhookKey</c>; null = nobody is told.</summary>
    public Webhook? Webhook { get; init; }

    /// <summary>The times of the flow: <c>TokenFunctions__Times__…Ms</c>.</summary>
    public required BrokerTimes Times { get; init; }

    /// <summary>How much a sweep does at once: <c>TokenFunctions__Sweep__…</c>.</summary>
    public required SweepLimits Sweep { get; init; }

    /// <summary>The port that the Functions host gave; null = the app runs by itself.</summary>
    public int? FunctionsPort { get; init; }

    /// <summary>The addresses to listen on when the app runs by itself: <c>ASPNETCORE_URLS</c>.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>Whether the Functions host started the app.</summary>
    public bool UnderFunctions => FunctionsPort is not null;
}
