using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Problems;

/// <summary>The only place where a failure's kind becomes a status, a code and an advice.</summary>
internal static class FailureTable
{
    public static FailureRule Rule(FailureKind kind) => kind switch
    {
        FailureKind.Transient => new(503, "upstream_unavailable",
            "Nothing, unless it lasts: the renewal is tried again by itself."),
        FailureKind.Throttled => new(503, "upstream_throttled",
            "Wait until the time given; let fewer programs ask this provider beside this service."),
        FailureKind.Quota => new(503, "upstream_quota",
            "Wait until the provider's quota begins anew, or have it raised there."),
        FailureKind.IpDenied => new(502, "upstream_ip_denied",
            "Allow this service's outbound addresses in the provider's console."),
        FailureKind.BadCredentials => new(502, "upstream_bad_credentials",
            "Send the right credential to POST /api/secret; it is tried at the next request."),
        FailureKind.UpstreamTokenInvalid => new(502, "upstream_token_invalid",
            "Look at the status of the token that this one is got with, and renew that first."),
        FailureKind.Reauthorize => new(502, "reauthorize",
            "Have the account's owner give consent again, and store the new credential by POST /api/secret."),
        FailureKind.Rejected => new(502, "upstream_rejected",
            "Compare the realm's config and the secret with the provider's documents and its own code and message."),
        FailureKind.Uncertain => new(502, "uncertain",
            "Find out at the provider whether the last refresh token still works: if so POST"
                + " /api/status/{realm}/{key}/retry, else store a new one by POST /api/secret."),
        FailureKind.QuotaExhausted => new(429, "quota_exhausted",
            "Wait until the time given, or raise policy.limits if the provider really takes more calls."),
        FailureKind.EgressRefused => new(502, "egress_refused",
            "Correct the realm's address, or open the way to it by the setting that the detail names."),
        FailureKind.WaitingForInput => new(503, "waiting_for_input",
            "Have the program that receives the provider's callback send the value to POST /api/input."),
        FailureKind.SecretIncomplete => new(422, "secret_incomplete",
            "Send the secret again to POST /api/secret with every field that the realm reads."),
        FailureKind.UnknownRealm => new(404, "unknown_realm",
            "Make the realm by POST /api/realm, or correct its name; GET /api/realm lists them.", "realm"),
        FailureKind.UnknownSecret => new(404, "unknown_secret",
            "Store the secret by POST /api/secret, or correct its key; GET /api/secret lists them.", "key"),
        FailureKind.RenewalInProgress => new(503, "renewal_in_progress",
            "Ask again at the time given: another instance is getting the token."),
        FailureKind.StoreUnavailable => new(503, "store_unavailable",
            "Ask again shortly; if it lasts, look at the database's disk, or the storage account and its network."),
        FailureKind.VaultUnavailable => new(503, "vault_unavailable",
            "Ask again shortly; if it lasts, look at the key vault, its firewall and the app's role in it."),
        FailureKind.SealBroken => new(500, "seal_broken",
            "Find out who can write to the store beside this service. Then, if it is the token that was changed, ask"
                + " with flush=true; else store the secret, or push the input, again."),
        FailureKind.SealingKeyUnknown => new(500, "sealing_key_unknown",
            "Give the app the key that the values were sealed with: TokenFunctions__SealingKey or one of"
                + " TokenFunctions__OlderSealingKeys."),
        FailureKind.ForceLimited => new(429, "force_limited",
            "Use the current token, and force again at the time given;"
                + " if the API refuses every token, look at its permissions."),
        FailureKind.MinTtlUnreachable => new(422, "min_ttl_unreachable",
            "Ask for a shorter min_ttl: this provider issues tokens of a shorter life.", "min_ttl"),
        FailureKind.UnknownGeneration => new(400, "unknown_generation",
            "Send as invalid the generation that came with the token that was refused.", "invalid"),
        FailureKind.UpstreamTokenUnchanged => new(409, "upstream_token_unchanged",
            "Look at the API's permissions: a new token cannot be had before this one ends."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of failure has no row."),
    };

    /// <summary>The failure as a problem.</summary>
    public static Problem Problem(TokenFailure failure)
    {
        var rule = Rule(failure.Kind);
        return new Problem(rule.Status, rule.Code, failure.Detail.Length > 0 ? failure.Detail : rule.WhatToDo)
        {
            Field = rule.Field,
            RetryAt = failure.RetryAt,
            WhatToDo = rule.WhatToDo,
            UpstreamCode = failure.UpstreamCode,
            UpstreamMessage = failure.UpstreamMessage,
        };
    }

    /// <summary>A failure that was found here, not by a source.</summary>
    public static Problem Problem(FailureKind kind, string detail) => Problem(new TokenFailure(kind, detail));
}
