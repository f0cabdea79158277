namespace TokenFunctions.Http.Tests;

/// <summary>Realms that cannot be stored, and realms that are not there.</summary>
internal static class WrongRealmRequests
{
    private const string Realm = "{\"id\":\"there\",\"config\":{\"url\":\"changed\"}}";

    public static readonly IReadOnlyDictionary<string, WrongRequest> All = new Dictionary<string, WrongRequest>(StringComparer.Ordinal)
    {
        ["realm without id"] = WrongRequest.Post("/api/realm", "{\"config\":{\"url\":\"u\"}}", 400, "missing_value", "id"),
        ["realm without config"] = WrongRequest.Post("/api/realm", "{\"id\":\"r\"}", 400, "missing_value", "config"),
        ["realm with a bad id"] = WrongRequest.Post("/api/realm", "{\"id\":\"a b\",\"config\":{\"url\":\"u\"}}", 400, "invalid_name", "id"),
        ["realm with an id as number"] = WrongRequest.Post("/api/realm", "{\"id\":1,\"config\":{\"url\":\"u\"}}", 400, "invalid_value", "id"),
        ["config as text"] = WrongRequest.Post("/api/realm", "{\"id\":\"r\",\"config\":\"{}\"}", 400, "invalid_value", "config"),
        ["comment as number"] = WrongRequest.Post("/api/realm", "{\"id\":\"r\",\"config\":{\"url\":\"u\"},\"comment\":1}", 400, "invalid_value", "comment"),
        ["comment too long"] = WrongRequest.Post("/api/realm", $"{{\"id\":\"r\",\"config\":{{\"url\":\"u\"}},\"comment\":\"{new string('c', 2001)}\"}}", 400, "invalid_value", "comment"),
        ["unknown member of a realm"] = WrongRequest.Post("/api/realm", "{\"id\":\"r\",\"config\":{\"url\":\"u\"},\"version\":1}", 400, "unknown_member", "version"),
        ["config that does not compile"] = WrongRequest.Post("/api/realm", "{\"id\":\"r\",\"config\":{}}", 400, "invalid_config", "config"),
        ["parameter on saving a realm"] = WrongRequest.Post("/api/realm?dry=1", "{\"id\":\"r\",\"config\":{\"url\":\"u\"}}", 400, "unknown_parameter", "dry"),
        ["broken If-Match"] = WrongRequest.Post("/api/realm", Realm, 400, "invalid_value", "If-Match", "If-Match: 17"),
        ["If-Match that ends in a backslash"] = WrongRequest.Post("/api/realm", Realm, 400, "invalid_value", "If-Match", "If-Match: \"1\\"),
        ["empty If-Match"] = WrongRequest.Post("/api/realm", Realm, 400, "invalid_value", "If-Match", "If-Match: "),
        ["empty If-None-Match"] = WrongRequest.Post("/api/realm", Realm, 400, "invalid_value", "If-None-Match", "If-None-Match: "),
        ["two If-Match"] = WrongRequest.Post("/api/realm", Realm, 400, "invalid_value", "If-Match", "If-Match: \"1\", \"2\""),
        ["stale If-Match"] = WrongRequest.Post("/api/realm", Realm, 412, "precondition_failed", "If-Match", "If-Match: \"17\""),
        ["weak If-Match"] = WrongRequest.Post("/api/realm", Realm, 412, "precondition_failed", "If-Match", "If-Match: W/\"17\""),
        ["If-Match of a realm that is not there"] = WrongRequest.Post("/api/realm", "{\"id\":\"new\",\"config\":{\"url\":\"u\"}}", 412, "precondition_failed", "If-Match", "If-Match: *"),
        ["If-None-Match of a realm that is there"] = WrongRequest.Post("/api/realm", Realm, 412, "precondition_failed", "If-None-Match", "If-None-Match: *"),
        ["If-None-Match with a tag on saving"] = WrongRequest.Post("/api/realm", Realm, 400, "invalid_value", "If-None-Match", "If-None-Match: \"1\""),
        ["stale If-Match on removal"] = WrongRequest.Plain("DELETE /api/realm/there?force=true", 412, "precondition_failed", "If-Match", "If-Match: \"17\""),
        ["removal of a realm with secrets"] = WrongRequest.Plain("DELETE /api/realm/there", 409, "realm_has_secrets"),
        ["removal with force=maybe"] = WrongRequest.Plain("DELETE /api/realm/there?force=maybe", 400, "invalid_value", "force"),
        ["removal of no realm"] = WrongRequest.Plain("DELETE /api/realm/nowhere", 404, "unknown_realm", "id"),
        ["no such realm"] = WrongRequest.Plain("GET /api/realm/nowhere", 404, "unknown_realm", "id"),
        ["bad realm in the path"] = WrongRequest.Plain("GET /api/realm/a%2Fb", 400, "invalid_name", "id"),
        ["double-encoded slash in the path"] = WrongRequest.Plain("DELETE /api/realm/a%252Fb", 400, "invalid_name", "id"),
        ["realm of 129 characters in the path"] = WrongRequest.Plain($"GET /api/realm/{new string('r', 129)}", 400, "invalid_name", "id"),
    };
}
