namespace TokenFunctions.Tokens;

/// <summary>The stable names of kinds of failures, the same over HTTP and in programs.</summary>
public static class FailureCodes
{
    private static readonly Dictionary<string, FailureKind> Kinds =
        Enum.GetValues<FailureKind>().ToDictionary(Of, kind => kind, StringComparer.Ordinal);

    /// <summary>The name of a kind, such as <c>upstream_throttled</c>.</summary>
    public static string Of(FailureKind kind) => kind switch
    {
        FailureKind.Transient => "upstream_unavailable",
        FailureKind.Throttled => "upstream_throttled",
        FailureKind.Quota => "upstream_quota",
        FailureKind.IpDenied => "upstream_ip_denied",
        FailureKind.BadCredentials => "upstream_bad_credentials",
        FailureKind.UpstreamTokenInvalid => "upstream_token_invalid",
        FailureKind.Reauthorize => "reauthorize",
        FailureKind.Rejected => "upstream_rejected",
        FailureKind.Uncertain => "uncertain",
        FailureKind.QuotaExhausted => "quota_exhausted",
        FailureKind.EgressRefused => "egress_refused",
        FailureKind.WaitingForInput => "waiting_for_input",
        FailureKind.SecretIncomplete => "secret_incomplete",
        FailureKind.UnknownRealm => "unknown_realm",
        FailureKind.UnknownSecret => "unknown_secret",
        FailureKind.RenewalInProgress => "renewal_in_progress",
        FailureKind.StoreUnavailable => "store_unavailable",
        FailureKind.VaultUnavailable => "vault_unavailable",
        FailureKind.SealBroken => "seal_broken",
        FailureKind.SealingKeyUnknown => "sealing_key_unknown",
        FailureKind.ForceLimited => "force_limited",
        FailureKind.MinTtlUnreachable => "min_ttl_unreachable",
        FailureKind.UnknownGeneration => "unknown_generation",
        FailureKind.UpstreamTokenUnchanged => "upstream_token_unchanged",
        FailureKind.ServiceUnavailable => "service_unavailable",
        FailureKind.ServiceRefused => "service_refused",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of failure has no name."),
    };

    /// <summary>The kind of that name; null = no kind has it.</summary>
    public static FailureKind? Find(string code) => Kinds.TryGetValue(code, out var kind) ? kind : null;
}
