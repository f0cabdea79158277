using TokenFunctions.Http.Fronts;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Problems;

/// <summary>Every code that a problem can have, with its status and a sentence for those who meet it.</summary>
internal static class ProblemCodes
{
    private static readonly (string Code, FailureRule Rule)[] OfRequests =
    [
        ("bad_request", new(400, "Send a body whose length or chunks are as announced.")),
        ("body_required", new(400, "Send a JSON object as application/json.")),
        ("body_too_large", new(413, "Send a shorter body; docs/limits.md has the limits.")),
        ("conflicting_values", new(400, "Send the value in the query or in the body, not another one in each.")),
        ("duplicate_member", new(400, "Send each member of an object once.")),
        ("invalid_json", new(400, "Send JSON that everybody reads alike; detail says where the fault is.")),
        ("invalid_name", new(400, "Correct the name in field.")),
        ("invalid_value", new(400, "Correct the value in field as detail says.")),
        ("missing_value", new(400, "Send what field names.")),
        ("query_too_long", new(414, "Send what is long in the body.")),
        ("repeated_parameter", new(400, "Send each parameter of the query once.")),
        ("request_timeout", new(408, "Send the body faster.")),
        ("too_many_parameters", new(400, "Send only the parameters that the route has.")),
        ("unexpected_body", new(400, "Send the request without a body.")),
        ("unknown_member", new(400, "Leave the member out, or correct its name.")),
        ("unknown_parameter", new(400, "Leave the parameter out, or correct its name.")),
        ("unsupported_media_type", new(415, "Send the body as application/json in UTF-8, not compressed.")),
        ("method_not_allowed", new(405, "Use a method that the Allow header names.")),
        ("not_found", new(404, "Correct the path.")),
    ];

    private static readonly (string Code, FailureRule Rule)[] OfAccess =
    [
        ("broken_identity", new(400, "Look at what stands between: the identity is not what the platform sends.")),
        ("damaged_key", new(401, "Compare the key with what was shown: a character is wrong or missing.")),
        ("expired_key", new(401, "Have another key made by POST /api/caller/{id}/key.")),
        ("forbidden", new(403, "Have whoever keeps the callers add a rule that allows it.")),
        ("foreign_identity", new(400, "Leave the X-MS-CLIENT-PRINCIPAL headers out: only the platform may send them.")),
        ("foreign_page", new(403, "Ask from the service's own page, or send a token as Authorization: Bearer.")),
        ("loopback_only", new(403, "Ask from this machine, or set a key and send it.")),
        ("rate_limited", new(429, "Send fewer requests a second; Retry-After says when to go on.")),
        ("too_many_at_once", new(429, "Wait for the answers of the requests that are under way.")),
        ("too_many_wrong_keys", new(429, "Send a right key: it is served at once.")),
        ("unauthorized", new(401, "Send a key as x-api-key or as Authorization: Bearer.")),
        ("unknown_identity", new(403, "Have whoever keeps the callers make this identity one.")),
        ("unknown_network", new(403, "Set the header in which the platform puts the client's address.")),
        ("wrong_network", new(403, "Ask from an allowed network, or have this one allowed.")),
    ];

    private static readonly (string Code, FailureRule Rule)[] OfThings =
    [
        ("caller_exists", new(409, "Leave out what only a new caller can have, or add a key of its own.")),
        ("entra_taken", new(409, "Take the Entra identity away from the other caller first.")),
        ("import_conflict", new(409, "Look at errors, and send replace=true if what is there may be replaced.")),
        ("import_incomplete", new(503, "Mend what the failed entry names, and send the import again.")),
        ("internal_error", new(500, "Ask again; if it stays, look for this time in the service's log.")),
        ("invalid_config", new(400, "Correct every fault that errors lists.")),
        ("invalid_curl", new(400, "Correct the line as detail says.")),
        ("invalid_import", new(400, "Correct every fault that errors lists; nothing was changed.")),
        ("no_inputs", new(409, "Push values only to realms whose config has inputs.")),
        ("precondition_failed", new(412, "Read it again and decide anew.")),
        ("realm_changed", new(409, "Read the realm again and decide anew.")),
        ("realm_has_secrets", new(409, "Remove its secrets first, or ask with force=true.")),
        ("realm_unreadable", new(409, "Correct the stored realm by POST /api/realm.")),
        ("row_too_large", new(413, "Send something shorter: the store cannot hold it.")),
        ("secret_too_large", new(413, "Send shorter values: a vault does not hold them.")),
        ("too_many_keys", new(409, "Remove the key that is not used any more.")),
        ("trial_has_effects", new(409, "Send confirm: true if a token in use may end.")),
        ("unknown_caller", new(404, "Correct the id; GET /api/caller lists the callers.")),
        ("unknown_caller_key", new(404, "Correct the id of the key; GET /api/caller/{id} shows them.")),
        ("unknown_preset", new(404, "Correct the id; GET /api/preset lists the presets.")),
    ];

    private static readonly (string Code, FailureRule Rule)[] OfFronts =
    [
        ("core_only", new(404, "Ask the core: a front has no realms, secrets or states.")),
        (CoreFailure.Refused, new(502, "Have the operator look at the front's key and rights at its core.")),
        (CoreFailure.Unavailable, new(503, "Ask again after Retry-After; the front cannot ask its core.")),
    ];

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyDictionary<string, FailureRule> All { get; } =
        Enum.GetValues<FailureKind>().Select(kind => (Code: FailureCodes.Of(kind), Rule: FailureTable.Rule(kind)))
            .Concat(OfRequests).Concat(OfAccess).Concat(OfThings).Concat(OfFronts)
            .OrderBy(known => known.Code, StringComparer.Ordinal)
            .ToDictionary(known => known.Code, known => known.Rule, StringComparer.Ordinal);

    /// <summary>Those of failures to get a token, which also stand in statuses and trials.</summary>
    public static IReadOnlyList<string> Failures { get; } =
        [.. Enum.GetValues<FailureKind>().Select(FailureCodes.Of).Order(StringComparer.Ordinal)];
}
