using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Problems;

/// <summary>The only place where a failure's kind becomes a status and an advice; the code is the
/// failure's own.</summary>
internal static class FailureTable
{
    public static FailureRule Rule(FailureKind kind) => kind switch
    {
        FailureKind.Transient => new(503,
            "Nothing, unless it lasts: the renewal is tried again by itself."),
        FailureKind.Throttled => new(503,
            "Wait until the time given; let fewer programs ask this provider beside this service."),
        FailureKind.Quota => new(503,
            "Wait until the provider's quota begins anew, or have it raised there."),
        FailureKind.IpDenied => new(502,
            "Allow this service's outbound addresses in the provider's console."),
        FailureKind.BadCredentials => new(502,
            "Send the right credential to POST /api/secret; it is tried at the next request."),
        FailureKind.UpstreamTokenInvalid => new(502,
            "Look at the status of the token that this one is got with, and renew that first."),
        FailureKind.Reauthorize => new(502,
            "Have the account's owner give consent again, and store the new credential by POST /api/secret."),
        FailureKind.Rejected => new(502,
            "Compare the realm's config and the secret with the provider's documents and its own code and message."),
        FailureKind.Uncertain => new(502,
            "Find out at the provider whether the last refresh token still works: if so POST"
                + " /api/status/{realm}/{key}/retry, else store a new one by POST /api/secret."),
        FailureKind.QuotaExhausted => new(429,
            "Wait until the time given, or raise policy.limits if the provider really takes more calls."),
        FailureKind.EgressRefused => new(502,
            "Correct the realm's address, or open the way to it by the setting that the detail names."),
        FailureKind.WaitingForInput => new(503,
            "Have the program that receives the provider's callback send the value to POST /api/input."),
        FailureKind.SecretIncomplete => new(422,
            "Send the secret again to POST /api/secret with every field that the realm reads."),
        FailureKind.UnknownRealm => new(404,
            "Make the realm by POST /api/realm, or correct its name; GET /api/realm lists them.", "realm"),
        FailureKind.UnknownSecret => new(404,
            "Store the secret by POST /api/secret, or correct its key; GET /api/secret lists them.", "key"),
        FailureKind.RenewalInProgress => new(503,
            "Ask again at the time given: another instance is getting the token."),
        FailureKind.StoreUnavailable => new(503,
            "Ask again shortly; if it lasts, look at the database's disk, or the storage account and its network."),
        FailureKind.VaultUnavailable => new(503,
            "Ask again shortly; if it lasts, look at the key vault, its firewall and the app's role in it."),
        FailureKind.SealBroken => new(500,
            "Find out who can write to the store beside this service. Then, if it is the token that was changed, ask"
                + " with flush=true; else store the secret, or push the input, again."),
        FailureKind.SealingKeyUnknown => new(500,
            "Give the app the key that the values were sealed with: TokenFunctions__SealingKey or one of"
                + " TokenFunctions__OlderSealingKeys."),
        FailureKind.ForceLimited => new(429,
            "Use the current token, and force again at the time given;"
                + " if the API refuses every token, look at its permissions."),
        FailureKind.MinTtlUnreachable => new(422,
            "Ask for a shorter min_ttl: this provider issues tokens of a shorter life.", "min_ttl"),
        FailureKind.UnknownGeneration => new(400,
            "Send as invalid the generation that came with the token that was refused.", "invalid"),
        FailureKind.UpstreamTokenUnchanged => new(409,
            "Look at the API's permissions: a new token cannot be had before this one ends."),
        FailureKind.ServiceUnavailable => new(503,
            "Look at the core that this front asks and at the network on the way to it; living tokens are handed out"
                + " meanwhile."),
        FailureKind.ServiceRefused => new(502,
            "Compare TokenFunctions__Core__Url and the keys that this front sends with the caller that the core has for"
                + " it: it needs the verb read, or flush, for every token that the front's callers may have."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of failure has no row."),
    };

    /// <summary>The failure as a problem.</summary>
    public static Problem Problem(TokenFailure failure)
    {
        var rule = Rule(failure.Kind);
        return new Problem(rule.Status, failure.Code, failure.Detail.Length > 0 ? failure.Detail : rule.WhatToDo)
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
