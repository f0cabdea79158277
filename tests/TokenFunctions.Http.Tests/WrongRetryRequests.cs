namespace TokenFunctions.Http.Tests;

/// <summary>Retries that cannot be.</summary>
internal static class WrongRetryRequests
{
    private const string Path = "/api/status/there/k/retry";
    private static readonly byte[] Small = "{}"u8.ToArray();

    public static readonly IReadOnlyDictionary<string, WrongRequest> All = new Dictionary<string, WrongRequest>(StringComparer.Ordinal)
    {
        ["retry of no secret"] = WrongRequest.Post("/api/status/there/nobody/retry", "{}", 404, "unknown_secret", "key"),
        ["retry of no realm"] = WrongRequest.Post("/api/status/nowhere/k/retry", "{}", 404, "unknown_secret", "key"),
        ["retry of a bad realm"] = WrongRequest.Post("/api/status/-a/k/retry", "{}", 400, "invalid_name", "realm"),
        ["retry of a bad key"] = WrongRequest.Post("/api/status/there/a%20b/retry", "{}", 400, "invalid_name", "key"),
        ["unknown member of a retry"] = WrongRequest.Post(Path, """{"force":true}""", 400, "unknown_member", "force"),
        ["renewal of a retry that is no flag"] = WrongRequest.Post(Path, """{"renew":"yes"}""", 400, "invalid_value", "renew"),
        ["parameter of a retry"] = WrongRequest.Post($"{Path}?now=true", "{}", 400, "unknown_parameter", "now"),
        ["list as a retry"] = WrongRequest.Post(Path, "[]", 400, "invalid_json"),
        ["form as a retry"] = WrongRequest.Body($"POST {Path}", "application/x-www-form-urlencoded", Small, 415, "unsupported_media_type"),
        ["retry with a condition"] = WrongRequest.Post(Path, "{}", 400, "invalid_value", "If-Match", "If-Match: \"1\""),
        ["wrong verb on a retry"] = WrongRequest.Plain($"GET {Path}", 405, "method_not_allowed"),
    };
}
