namespace TokenFunctions.Http.Tests;

/// <summary>Secrets that cannot be stored, and secrets that are not there.</summary>
internal static class WrongSecretRequests
{
    private const string There = "{\"realm\":\"there\",\"key\":\"k\",\"key_1\":\"changed\"}";

    public static readonly IReadOnlyDictionary<string, WrongRequest> All = new Dictionary<string, WrongRequest>(StringComparer.Ordinal)
    {
        ["secret without realm"] = WrongRequest.Post("/api/secret", "{\"key\":\"k\",\"key_1\":\"v\"}", 400, "missing_value", "realm"),
        ["secret without key"] = WrongRequest.Post("/api/secret", "{\"realm\":\"there\",\"key_1\":\"v\"}", 400, "missing_value", "key"),
        ["secret without a value"] = WrongRequest.Post("/api/secret", Secret("\"keep_warm\":true"), 400, "missing_value", "key_1"),
        ["secret with empty fields"] = WrongRequest.Post("/api/secret", Secret("\"fields\":{}"), 400, "missing_value", "key_1"),
        ["secret with a bad key"] = WrongRequest.Post("/api/secret", "{\"realm\":\"there\",\"key\":\"-k\",\"key_1\":\"v\"}", 400, "invalid_name", "key"),
        ["secret of no realm"] = WrongRequest.Post("/api/secret", "{\"realm\":\"nowhere\",\"key\":\"k\",\"key_1\":\"v\"}", 404, "unknown_realm", "realm"),
        ["key_21"] = WrongRequest.Post("/api/secret", Secret("\"key_21\":\"v\""), 400, "unknown_member", "key_21"),
        ["key_01"] = WrongRequest.Post("/api/secret", Secret("\"key_01\":\"v\""), 400, "unknown_member", "key_01"),
        ["unknown member of a secret"] = WrongRequest.Post("/api/secret", Secret("\"key_1\":\"v\",\"comment\":\"c\""), 400, "unknown_member", "comment"),
        ["empty value"] = WrongRequest.Post("/api/secret", Secret("\"key_1\":\"\""), 400, "invalid_value", "key_1"),
        ["value as number"] = WrongRequest.Post("/api/secret", Secret("\"key_2\":5"), 400, "invalid_value", "key_2"),
        ["value as null"] = WrongRequest.Post("/api/secret", Secret("\"key_20\":null"), 400, "invalid_value", "key_20"),
        ["mask as value"] = WrongRequest.Post("/api/secret", Secret("\"key_1\":\"******\""), 400, "invalid_value", "key_1"),
        ["fields as array"] = WrongRequest.Post("/api/secret", Secret("\"fields\":[]"), 400, "invalid_value", "fields"),
        ["field as object"] = WrongRequest.Post("/api/secret", Secret("\"fields\":{\"a\":{}}"), 400, "invalid_value", "fields.a"),
        ["field with a dot"] = WrongRequest.Post("/api/secret", Secret("\"fields\":{\"a.b\":\"v\"}"), 400, "invalid_name", "fields.a.b"),
        ["field with a digit first"] = WrongRequest.Post("/api/secret", Secret("\"fields\":{\"1a\":\"v\"}"), 400, "invalid_name", "fields.1a"),
        ["field without a name"] = WrongRequest.Post("/api/secret", Secret("\"fields\":{\"\":\"v\"}"), 400, "invalid_name", "fields."),
        ["numbered field in fields"] = WrongRequest.Post("/api/secret", Secret("\"fields\":{\"key_1\":\"v\"}"), 400, "invalid_name", "fields.key_1"),
        ["keep_warm as text"] = WrongRequest.Post("/api/secret", Secret("\"key_1\":\"v\",\"keep_warm\":\"yes\""), 400, "invalid_value", "keep_warm"),
        ["expires_at as number"] = WrongRequest.Post("/api/secret", Secret("\"key_1\":\"v\",\"expires_at\":1900000000"), 400, "invalid_value", "expires_at"),
        ["expires_at without a zone"] = WrongRequest.Post("/api/secret", Secret("\"key_1\":\"v\",\"expires_at\":\"2030-01-01T00:00:00\""), 400, "invalid_value", "expires_at"),
        ["expires_at without seconds"] = WrongRequest.Post("/api/secret", Secret("\"key_1\":\"v\",\"expires_at\":\"2030-01-01T00:00Z\""), 400, "invalid_value", "expires_at"),
        ["expires_at on 30 February"] = WrongRequest.Post("/api/secret", Secret("\"key_1\":\"v\",\"expires_at\":\"2030-02-30T00:00:00Z\""), 400, "invalid_value", "expires_at"),
        ["expires_at now"] = WrongRequest.Post("/api/secret", Secret("\"key_1\":\"v\",\"expires_at\":\"2027-05-01T12:00:00Z\""), 400, "invalid_value", "expires_at"),
        ["vault_secret not an address"] = WrongRequest.Post("/api/secret", Secret("\"vault_secret\":\"mine\""), 400, "invalid_value", "vault_secret"),
        ["vault_secret by http"] = WrongRequest.Post("/api/secret", Secret("\"vault_secret\":\"http://mine.vault.azure.net/secrets/a\""), 400, "invalid_value", "vault_secret"),
        ["vault_secret of a foreign vault"] = WrongRequest.Post("/api/secret", Secret("\"vault_secret\":\"https://other.vault.azure.net/secrets/a\""), 400, "invalid_value", "vault_secret"),
        ["values too long"] = WrongRequest.Post("/api/secret", Secret($"\"key_1\":\"v\",\"fields\":{{\"pem\":\"{new string('p', 25_000)}\"}}"), 413, "secret_too_large", "fields.pem"),
        ["broken If-Match of a secret"] = WrongRequest.Post("/api/secret", There, 400, "invalid_value", "If-Match", "If-Match: 17"),
        ["stale If-Match of a secret"] = WrongRequest.Post("/api/secret", There, 412, "precondition_failed", "If-Match", "If-Match: \"17\""),
        ["weak If-Match of a secret"] = WrongRequest.Post("/api/secret", There, 412, "precondition_failed", "If-Match", "If-Match: W/\"17\""),
        ["If-Match of a secret that is not there"] = WrongRequest.Post("/api/secret", Secret("\"key_1\":\"v\""), 412, "precondition_failed", "If-Match", "If-Match: *"),
        ["If-None-Match of a secret that is there"] = WrongRequest.Post("/api/secret", There, 412, "precondition_failed", "If-None-Match", "If-None-Match: *"),
        ["If-None-Match with a tag on saving a secret"] = WrongRequest.Post("/api/secret", There, 400, "invalid_value", "If-None-Match", "If-None-Match: \"1\""),
        ["If-Match of a secret of no realm"] = WrongRequest.Post("/api/secret", "{\"realm\":\"nowhere\",\"key\":\"k\",\"key_1\":\"v\"}", 404, "unknown_realm", "realm", "If-Match: *"),
        ["stale If-Match on removal of a secret"] = WrongRequest.Plain("DELETE /api/secret/there/k", 412, "precondition_failed", "If-Match", "If-Match: \"17\""),
        ["If-Match on removal of no secret"] = WrongRequest.Plain("DELETE /api/secret/there/nothing", 412, "precondition_failed", "If-Match", "If-Match: *"),
        ["If-None-Match on removal of a secret"] = WrongRequest.Plain("DELETE /api/secret/there/k", 400, "invalid_value", "If-None-Match", "If-None-Match: *"),
        ["secret value in the query"] = WrongRequest.Post("/api/secret?key_1=v", Secret("\"key_1\":\"v\""), 400, "unknown_parameter", "key_1"),
        ["no such secret"] = WrongRequest.Plain("GET /api/secret/there/nothing", 404, "unknown_secret", "key"),
        ["removal of no secret"] = WrongRequest.Plain("DELETE /api/secret/there/nothing", 404, "unknown_secret", "key"),
        ["bad key in the path"] = WrongRequest.Plain("DELETE /api/secret/there/a%2Fb", 400, "invalid_name", "key"),
        ["bad realm of a secret in the path"] = WrongRequest.Plain("GET /api/secret/a%20b/k", 400, "invalid_name", "realm"),
        ["status of no secret"] = WrongRequest.Plain("GET /api/status/there/nothing", 404, "unknown_secret", "key"),
        ["bad key of a status"] = WrongRequest.Plain("GET /api/status/there/%01", 400, "invalid_name", "key"),
    };

    private static string Secret(string members) => $"{{\"realm\":\"there\",\"key\":\"new\",{members}}}";
}
