namespace TokenFunctions.Http.Tests;

/// <summary>Callers that cannot be stored, and callers and keys that are not there.</summary>
internal static class WrongCallerRequests
{
    private const string Path = "/api/caller";
    private const string Rule = """{"realm":"*","key":"*","verbs":["read"]}""";

    public static readonly IReadOnlyDictionary<string, WrongRequest> All = new Dictionary<string, WrongRequest>(StringComparer.Ordinal)
    {
        ["caller without id"] = WrongRequest.Post(Path, """{"allow":[]}""", 400, "missing_value", "id"),
        ["caller without rules"] = WrongRequest.Post(Path, """{"id":"new"}""", 400, "missing_value", "allow"),
        ["caller with a bad id"] = WrongRequest.Post(Path, """{"id":"a b","allow":[]}""", 400, "invalid_name", "id"),
        ["caller with an id as number"] = WrongRequest.Post(Path, """{"id":7,"allow":[]}""", 400, "invalid_value", "id"),
        ["unknown member of a caller"] = WrongRequest.Post(Path, Caller("\"allow\":[],\"keys\":[]"), 400, "unknown_member", "keys"),
        ["comment of a caller too long"] = WrongRequest.Post(Path, Caller($"\"allow\":[],\"comment\":\"{new string('c', 2001)}\""), 400, "invalid_value", "comment"),
        ["rules as an object"] = WrongRequest.Post(Path, Caller("\"allow\":{}"), 400, "invalid_value", "allow"),
        ["rules as null"] = WrongRequest.Post(Path, Caller("\"allow\":null"), 400, "invalid_value", "allow"),
        ["101 rules"] = WrongRequest.Post(Path, Caller($"\"allow\":[{string.Join(',', Enumerable.Repeat(Rule, 101))}]"), 400, "invalid_value", "allow"),
        ["rule as a text"] = WrongRequest.Post(Path, Allow("\"*\""), 400, "invalid_value", "allow[0]"),
        ["second rule wrong"] = WrongRequest.Post(Path, Allow($"{Rule},null"), 400, "invalid_value", "allow[1]"),
        ["rule without a realm"] = WrongRequest.Post(Path, Allow("""{"key":"*","verbs":["read"]}"""), 400, "missing_value", "allow[0].realm"),
        ["rule without a key"] = WrongRequest.Post(Path, Allow("""{"realm":"*","verbs":["read"]}"""), 400, "missing_value", "allow[0].key"),
        ["rule without verbs"] = WrongRequest.Post(Path, Allow("""{"realm":"*","key":"*"}"""), 400, "missing_value", "allow[0].verbs"),
        ["rule with no verb"] = WrongRequest.Post(Path, Allow("""{"realm":"*","key":"*","verbs":[]}"""), 400, "invalid_value", "allow[0].verbs"),
        ["rule with an unknown verb"] = WrongRequest.Post(Path, Allow("""{"realm":"*","key":"*","verbs":["Read"]}"""), 400, "invalid_value", "allow[0].verbs"),
        ["rule with a verb twice"] = WrongRequest.Post(Path, Allow("""{"realm":"*","key":"*","verbs":["read","read"]}"""), 400, "invalid_value", "allow[0].verbs"),
        ["rule with a verb as number"] = WrongRequest.Post(Path, Allow("""{"realm":"*","key":"*","verbs":[1]}"""), 400, "invalid_value", "allow[0].verbs"),
        ["rule with too many verbs"] = WrongRequest.Post(Path, Allow("""{"realm":"*","key":"*","verbs":["read","flush","status","input","admin","read"]}"""), 400, "invalid_value", "allow[0].verbs"),
        ["rule with a bad pattern"] = WrongRequest.Post(Path, Allow("""{"realm":"a/*","key":"*","verbs":["read"]}"""), 400, "invalid_value", "allow[0].realm"),
        ["rule with an empty pattern"] = WrongRequest.Post(Path, Allow("""{"realm":"*","key":"","verbs":["read"]}"""), 400, "invalid_value", "allow[0].key"),
        ["rule with a pattern too long"] = WrongRequest.Post(Path, Allow($$"""{"realm":"{{new string('*', 129)}}","key":"*","verbs":["read"]}"""), 400, "invalid_value", "allow[0].realm"),
        ["rule with an unknown member"] = WrongRequest.Post(Path, Allow("""{"realm":"*","key":"*","verbs":["read"],"deny":true}"""), 400, "unknown_member", "allow[0].deny"),
        ["networks as a text"] = WrongRequest.Post(Path, Caller("\"allow\":[],\"networks\":\"10.0.0.0/8\""), 400, "invalid_value", "networks"),
        ["101 networks"] = WrongRequest.Post(Path, Caller($"\"allow\":[],\"networks\":[{string.Join(',', Enumerable.Repeat("\"10.0.0.0/8\"", 101))}]"), 400, "invalid_value", "networks"),
        ["network as number"] = WrongRequest.Post(Path, Networks("10"), 400, "invalid_value", "networks[0]"),
        ["network without a prefix"] = WrongRequest.Post(Path, Networks("\"10.0.0.1\""), 400, "invalid_value", "networks[0]"),
        ["second network wrong"] = WrongRequest.Post(Path, Networks("\"10.0.0.0/8\",\"10.0.0.0/33\""), 400, "invalid_value", "networks[1]"),
        ["network with bits behind its prefix"] = WrongRequest.Post(Path, Networks("\"10.0.0.1/8\""), 400, "invalid_value", "networks[0]"),
        ["requests_per_second zero"] = WrongRequest.Post(Path, Caller("\"allow\":[],\"requests_per_second\":0"), 400, "invalid_value", "requests_per_second"),
        ["requests_per_second a fraction"] = WrongRequest.Post(Path, Caller("\"allow\":[],\"requests_per_second\":0.5"), 400, "invalid_value", "requests_per_second"),
        ["requests_per_second too many"] = WrongRequest.Post(Path, Caller("\"allow\":[],\"requests_per_second\":100001"), 400, "invalid_value", "requests_per_second"),
        ["entra as a text"] = WrongRequest.Post(Path, Caller("\"allow\":[],\"entra\":\"app\""), 400, "invalid_value", "entra"),
        ["entra with nothing"] = WrongRequest.Post(Path, Caller("\"allow\":[],\"entra\":{}"), 400, "missing_value", "entra.app_id"),
        ["entra application by name"] = WrongRequest.Post(Path, Caller("\"allow\":[],\"entra\":{\"app_id\":\"billing\"}"), 400, "invalid_value", "entra.app_id"),
        ["entra application in braces"] = WrongRequest.Post(Path, Caller("\"allow\":[],\"entra\":{\"app_id\":\"{11111111-2222-3333-4444-55555555}\"}"), 400, "invalid_value", "entra.app_id"),
        ["entra role with a space"] = WrongRequest.Post(Path, Caller("\"allow\":[],\"entra\":{\"role\":\"a b\"}"), 400, "invalid_value", "entra.role"),
        ["entra role with a slash"] = WrongRequest.Post(Path, Caller("\"allow\":[],\"entra\":{\"role\":\"a/b\"}"), 400, "invalid_value", "entra.role"),
        ["entra role too long"] = WrongRequest.Post(Path, Caller($"\"allow\":[],\"entra\":{{\"role\":\"{new string('r', 121)}\"}}"), 400, "invalid_value", "entra.role"),
        ["unknown member of entra"] = WrongRequest.Post(Path, Caller("\"allow\":[],\"entra\":{\"tenant\":\"t\"}"), 400, "unknown_member", "entra.tenant"),
        ["key as a text"] = WrongRequest.Post(Path, Caller("\"allow\":[],\"key\":\"no\""), 400, "invalid_value", "key"),
        ["expires_at of a caller's key in the past"] = WrongRequest.Post(Path, Caller("\"allow\":[],\"expires_at\":\"2027-05-01T12:00:00Z\""), 400, "invalid_value", "expires_at"),
        ["expires_at of no key"] = WrongRequest.Post(Path, Caller("\"allow\":[],\"key\":false,\"expires_at\":\"2028-05-01T12:00:00Z\""), 400, "invalid_value", "expires_at"),
        ["key for a caller that is there"] = WrongRequest.Post(Path, """{"id":"there","allow":[],"key":true}""", 409, "caller_exists", "key"),
        ["expires_at for a caller that is there"] = WrongRequest.Post(Path, """{"id":"there","allow":[],"expires_at":"2028-05-01T12:00:00Z"}""", 409, "caller_exists", "expires_at"),
        ["parameter on saving a caller"] = WrongRequest.Post(Path + "?dry=1", Caller("\"allow\":[]"), 400, "unknown_parameter", "dry"),
        ["stale If-Match of a caller"] = WrongRequest.Post(Path, """{"id":"there","allow":[]}""", 412, "precondition_failed", "If-Match", "If-Match: \"17\""),
        ["If-None-Match of a caller that is there"] = WrongRequest.Post(Path, """{"id":"there","allow":[]}""", 412, "precondition_failed", "If-None-Match", "If-None-Match: *"),
        ["If-Match of a caller that is not there"] = WrongRequest.Post(Path, Caller("\"allow\":[]"), 412, "precondition_failed", "If-Match", "If-Match: *"),
        ["no body for a caller"] = WrongRequest.Plain($"POST {Path}", 400, "body_required", null, "Content-Length: 0"),
        ["no such caller"] = WrongRequest.Plain($"GET {Path}/nobody", 404, "unknown_caller", "id"),
        ["bad caller in the path"] = WrongRequest.Plain($"GET {Path}/a%2Fb", 400, "invalid_name", "id"),
        ["realm for a list of callers"] = WrongRequest.Plain($"GET {Path}?realm=r", 400, "unknown_parameter", "realm"),
        ["removal of no caller"] = WrongRequest.Plain($"DELETE {Path}/nobody", 404, "unknown_caller", "id"),
        ["removal of a caller by force"] = WrongRequest.Plain($"DELETE {Path}/there?force=true", 400, "unknown_parameter", "force"),
        ["stale If-Match on removal of a caller"] = WrongRequest.Plain($"DELETE {Path}/there", 412, "precondition_failed", "If-Match", "If-Match: \"17\""),
        ["If-None-Match on removal of a caller"] = WrongRequest.Plain($"DELETE {Path}/there", 400, "invalid_value", "If-None-Match", "If-None-Match: *"),
        ["key of no caller"] = WrongRequest.Post($"{Path}/nobody/key", "{}", 404, "unknown_caller", "id"),
        ["key of a bad caller"] = WrongRequest.Post($"{Path}/-a/key", "{}", 400, "invalid_name", "id"),
        ["unknown member of a key"] = WrongRequest.Post($"{Path}/there/key", """{"api_key":"tfk_"}""", 400, "unknown_member", "api_key"),
        ["expires_at of a key in the past"] = WrongRequest.Post($"{Path}/there/key", """{"expires_at":"2020-01-01T00:00:00Z"}""", 400, "invalid_value", "expires_at"),
        ["condition on adding a key"] = WrongRequest.Post($"{Path}/there/key", "{}", 400, "invalid_value", "If-Match", "If-Match: \"1\""),
        ["parameter on adding a key"] = WrongRequest.Post($"{Path}/there/key?n=2", "{}", 400, "unknown_parameter", "n"),
        ["third key"] = WrongRequest.Post($"{Path}/there/key", "{}", 409, "too_many_keys"),
        ["removal of no key"] = WrongRequest.Plain($"DELETE {Path}/there/key/nothing", 404, "unknown_caller_key", "key"),
        ["removal of a key of no caller"] = WrongRequest.Plain($"DELETE {Path}/nobody/key/nothing", 404, "unknown_caller", "id"),
        ["removal of a bad key"] = WrongRequest.Plain($"DELETE {Path}/there/key/a%20b", 400, "invalid_name", "key"),
        ["body on removal of a key"] = WrongRequest.Body($"DELETE {Path}/there/key/nothing", "application/json", "{}"u8.ToArray(), 400, "unexpected_body"),
        ["wrong verb on a key"] = WrongRequest.Plain($"GET {Path}/there/key", 405, "method_not_allowed"),
    };

    private static string Caller(string members) => $"{{\"id\":\"new\",{members}}}";

    private static string Allow(string rules) => Caller($"\"allow\":[{rules}]");

    private static string Networks(string networks) => Caller($"\"allow\":[],\"networks\":[{networks}]");
}
