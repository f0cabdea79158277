namespace TokenFunctions.Http.Tests.Audit;

/// <summary>Every route, and what a request that it takes leaves in the audit. The realm <c>r</c> takes the input
/// <c>ticket</c>, its secret is <c>k</c>; the caller <c>c</c> has the key <c>first</c>.</summary>
internal static class AuditedRoutes
{
    public const string Config = """
        {"url":"https://api.example.com/","token_path":"t","expires_in_path":"e","inputs":[{"name":"ticket"}],
         "arguments":[{"name":"ticket","place":"url","value":"${inputs.ticket}"}]}
        """;

    private const string PageFile = "/api/console/words/en.json";
    private const string Trial = """ "secret":{"key_1":"x"},"inputs":{"ticket":"T"} """;
    private const string Realm = $$"""{"id":"new","config":{{Config}}}""";
    private const string Curl = """{"curl":"curl -d grant_type=client_credentials https://a.example/token"}""";

    private const string Import = $$"""
        {"format":1,"realms":[{{Realm}}],"callers":[{"id":"new","allow":[]}],
         "secrets":[{"realm":"new","key":"k","fields":["key_1"]},{"realm":"new","key":"v","vault_secret":"https://mine.vault.azure.net/secrets/s"}]}
        """;

    public static readonly IReadOnlyList<AuditedRoute> All =
    [
        .. new[] { "/", "/api/health", "/api/health/live", "/api/health/ready", "/api/console" }
            .SelectMany(path => new[] { AuditedRoute.Silent($"GET {path}"), AuditedRoute.Silent($"HEAD {path}") }),
        AuditedRoute.Silent("GET /api/console/{room}/{file}", PageFile),
        AuditedRoute.Silent("HEAD /api/console/{room}/{file}", PageFile),
        AuditedRoute.Silent("GET /api/whoami"),
        AuditedRoute.Silent("GET /api/version"),
        AuditedRoute.Silent("GET /api/openapi.json"),
        AuditedRoute.Silent("GET /api/export", "/api/export?callers=true"),
        AuditedRoute.Silent("POST /api/import", "/api/import?dry_run=true", Import),
        new("POST /api/import", "/api/import", Import, "realm.save new - done", "secret.save new v done", "caller.save  - done"),
        AuditedRoute.Silent("GET /api/token", "/api/token?realm=r&key=k"),
        new("GET /api/token", "/api/token?realm=r&key=k&flush=true", null, "token.flush r k done"),
        new("POST /api/token", "/api/token", """{"realm":"r","key":"k","flush":true}""", "token.flush r k done"),
        new("GET /api/cache/token", "/api/cache/token?realm=r&key=k&flush=true", null, "token.flush r k done"),
        new("POST /api/cache/token", "/api/cache/token", """{"realm":"r","key":"k","flush":true}""", "token.flush r k done"),
        AuditedRoute.Silent("GET /api/realm"),
        new("POST /api/realm", "/api/realm", Realm, "realm.save new - done"),
        AuditedRoute.Silent("GET /api/realm/{id}", "/api/realm/r"),
        new("DELETE /api/realm/{id}", "/api/realm/r?force=true", null, "realm.remove r - done"),
        new("POST /api/realm/{id}/test", "/api/realm/r/test", """{"key":"k","inputs":{"ticket":"T"}}""", "realm.test r k done"),
        new("POST /api/realm/{id}/test", "/api/realm/r/test", $"{{{Trial}}}", "realm.test r - done"),
        new("POST /api/realm-test", "/api/realm-test", $$"""{"realm":{{Realm}},{{Trial}}}""", "realm.test-unsaved new - done"),
        AuditedRoute.Silent("GET /api/realm-schema.json"),
        AuditedRoute.Silent("GET /api/preset"),
        AuditedRoute.Silent("GET /api/preset/{id}", "/api/preset/auth0"),
        new("POST /api/input/{realm}/{key}", "/api/input/r/k", """{"ticket":"T"}""", "input.push r k done"),
        AuditedRoute.Silent("POST /api/realm-check", "/api/realm-check", Realm),
        AuditedRoute.Silent("POST /api/realm-draft", "/api/realm-draft", Curl),
        AuditedRoute.Silent("GET /api/secret"),
        new("POST /api/secret", "/api/secret", """{"realm":"r","key":"new","key_1":"x"}""", "secret.save r new done"),
        AuditedRoute.Silent("GET /api/secret/{realm}/{key}", "/api/secret/r/k"),
        new("DELETE /api/secret/{realm}/{key}", "/api/secret/r/k", null, "secret.remove r k done"),
        AuditedRoute.Silent("GET /api/status"),
        AuditedRoute.Silent("GET /api/status", "/api/status?order=trouble"),
        AuditedRoute.Silent("GET /api/status/{realm}/{key}", "/api/status/r/k"),
        new("POST /api/status/{realm}/{key}/retry", "/api/status/r/k/retry", "{}", "token.retry r k done"),
        AuditedRoute.Silent("GET /api/audit"),
        AuditedRoute.Silent("GET /api/activity"),
        AuditedRoute.Silent("GET /api/sealing"),
        new("POST /api/sealing/reseal", "/api/sealing/reseal", """{"stop":true}""", "sealing.stop  - done"),
        new("POST /api/sealing/reseal", "/api/sealing/reseal", "{}", "sealing.reseal  - done"),
        AuditedRoute.Silent("GET /api/caller"),
        new("POST /api/caller", "/api/caller", """{"id":"new","allow":[]}""", "caller.save  - done"),
        AuditedRoute.Silent("GET /api/caller/{id}", "/api/caller/c"),
        new("DELETE /api/caller/{id}", "/api/caller/c", null, "caller.remove  - done"),
        new("POST /api/caller/{id}/key", "/api/caller/c/key", "{}", "caller.key.add  - done"),
        new("DELETE /api/caller/{id}/key/{key}", "/api/caller/c/key/first", null, "caller.key.remove  - done"),
    ];
}
