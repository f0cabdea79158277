namespace TokenFunctions.Http.Tests;

/// <summary>Demands on a token that cannot be met as they are written.</summary>
internal static class WrongTokenRequests
{
    private const string Token = "/api/token?realm=r&key=k";

    public static readonly IReadOnlyDictionary<string, WrongRequest> All = new Dictionary<string, WrongRequest>(StringComparer.Ordinal)
    {
        ["no realm"] = WrongRequest.Plain("GET /api/token?key=k", 400, "missing_value", "realm"),
        ["no key"] = WrongRequest.Plain("GET /api/cache/token?realm=r", 400, "missing_value", "key"),
        ["repeated parameter"] = WrongRequest.Plain($"GET {Token}&key=k", 400, "repeated_parameter", "key"),
        ["unknown parameter"] = WrongRequest.Plain($"GET {Token}&force=1", 400, "unknown_parameter", "force"),
        ["parameter in capitals"] = WrongRequest.Plain("GET /api/token?Realm=r&key=k", 400, "unknown_parameter", "Realm"),
        ["bad realm name"] = WrongRequest.Plain("GET /api/token?realm=.r&key=k", 400, "invalid_name", "realm"),
        ["key with a slash"] = WrongRequest.Plain("GET /api/token?realm=r&key=a%2Fb", 400, "invalid_name", "key"),
        ["key of 129 characters"] = WrongRequest.Plain($"GET /api/token?realm=r&key={new string('k', 129)}", 400, "invalid_name", "key"),
        ["key in Chinese"] = WrongRequest.Plain("GET /api/token?realm=r&key=%E9%92%A5", 400, "invalid_name", "key"),
        ["flush=yes"] = WrongRequest.Plain($"GET {Token}&flush=yes", 400, "invalid_value", "flush"),
        ["attach empty"] = WrongRequest.Plain($"GET {Token}&attach", 400, "invalid_value", "attach"),
        ["min_ttl negative"] = WrongRequest.Plain($"GET {Token}&min_ttl=-1", 400, "invalid_value", "min_ttl"),
        ["min_ttl above a year"] = WrongRequest.Plain($"GET {Token}&min_ttl=31536001", 400, "invalid_value", "min_ttl"),
        ["min_ttl a fraction"] = WrongRequest.Plain($"GET {Token}&min_ttl=1.5", 400, "invalid_value", "min_ttl"),
        ["invalid zero"] = WrongRequest.Plain($"GET {Token}&invalid=0", 400, "invalid_value", "invalid"),
        ["invalid beyond 64 bits"] = WrongRequest.Plain($"GET {Token}&invalid=9223372036854775808", 400, "invalid_value", "invalid"),
        ["flush as text"] = WrongRequest.Post("/api/token", "{\"realm\":\"r\",\"key\":\"k\",\"flush\":\"true\"}", 400, "invalid_value", "flush"),
        ["attach as number"] = WrongRequest.Post("/api/token", "{\"realm\":\"r\",\"key\":\"k\",\"attach\":1}", 400, "invalid_value", "attach"),
        ["min_ttl as text"] = WrongRequest.Post("/api/token", "{\"realm\":\"r\",\"key\":\"k\",\"min_ttl\":\"5\"}", 400, "invalid_value", "min_ttl"),
        ["invalid as fraction"] = WrongRequest.Post("/api/cache/token", "{\"realm\":\"r\",\"key\":\"k\",\"invalid\":1.5}", 400, "invalid_value", "invalid"),
        ["realm as number"] = WrongRequest.Post("/api/token", "{\"realm\":7,\"key\":\"k\"}", 400, "invalid_value", "realm"),
        ["key as null"] = WrongRequest.Post("/api/token", "{\"realm\":\"r\",\"key\":null}", 400, "invalid_value", "key"),
        ["unknown member of a token request"] = WrongRequest.Post("/api/token", "{\"realm\":\"r\",\"key\":\"k\",\"ttl\":5}", 400, "unknown_member", "ttl"),
        ["different realms"] = WrongRequest.Post("/api/token?realm=r", "{\"realm\":\"R\",\"key\":\"k\"}", 400, "conflicting_values", "realm"),
        ["different flushes"] = WrongRequest.Post("/api/token?flush=1", "{\"realm\":\"r\",\"key\":\"k\",\"flush\":false}", 400, "conflicting_values", "flush"),
        ["different min_ttl"] = WrongRequest.Post("/api/token?min_ttl=5", "{\"realm\":\"r\",\"key\":\"k\",\"min_ttl\":6}", 400, "conflicting_values", "min_ttl"),
        ["query of 4 KiB"] = WrongRequest.Plain($"GET {Token}&code={new string('c', 4096)}", 414, "query_too_long"),
        ["33 parameters"] = WrongRequest.Plain($"GET {Token}{string.Concat(Enumerable.Repeat("&code=c", 31))}", 400, "too_many_parameters"),
        ["If-None-Match that ends in a backslash"] = WrongRequest.Plain($"GET {Token}", 400, "invalid_value", "If-None-Match", "If-None-Match: \"1\\"),
        ["broken If-None-Match"] = WrongRequest.Plain($"GET {Token}", 400, "invalid_value", "If-None-Match", "If-None-Match: 17"),
    };
}
