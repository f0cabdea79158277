using TokenFunctions.Http.Access;

namespace TokenFunctions.Http.OpenApi;

/// <summary>The codes of the problems that a route can answer with: its own, and those that follow from what it
/// is.</summary>
internal static class RouteCodes
{
    private static readonly string[] OfAll = ["foreign_identity", "internal_error", "store_unavailable"];

    private static readonly string[] OfKeys =
    [
        "broken_identity", "foreign_page", "unauthorized", "damaged_key", "expired_key", "forbidden", "loopback_only",
        "wrong_network", "unknown_network", "unknown_identity", "too_many_wrong_keys", "rate_limited", "too_many_at_once",
        "vault_unavailable", "seal_broken", "sealing_key_unknown", "core_only",
    ];

    private static readonly string[] OfQueries =
        ["unknown_parameter", "repeated_parameter", "query_too_long", "too_many_parameters"];

    private static readonly string[] OfBodies =
    [
        "bad_request", "invalid_json", "duplicate_member", "unknown_member", "body_too_large", "request_timeout",
        "unsupported_media_type",
    ];

    /// <summary>All of them, each once.</summary>
    public static IReadOnlyList<string> Of(ApiRoute route, RouteDescription description) =>
        [.. Implied(route, description).Concat(description.Codes).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Implied(ApiRoute route, RouteDescription description)
    {
        IEnumerable<string> codes = OfAll;
        if (!route.IsAnonymous) codes = codes.Concat(OfKeys);
        if (!description.TakesAnyQuery) codes = codes.Concat(OfQueries);
        if (!route.IsAnonymous && route.Template.Contains('{', StringComparison.Ordinal))
            codes = codes.Append("invalid_name");
        if (route.TakesBody) codes = codes.Concat(OfBodies);
        else if (route.Need.Scope != Scope.Nothing) codes = codes.Append("unexpected_body");
        if (route.Method is "POST" or "DELETE") codes = codes.Append("row_too_large").Append("invalid_value");
        if (description.Parameters.Count > 0) codes = codes.Append("invalid_value");
        if (description is { Body: not null, IsBodyOptional: false }) codes = codes.Append("body_required");
        return codes;
    }
}
