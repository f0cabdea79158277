namespace TokenFunctions.Http.Tests;

/// <summary>Exports and imports that cannot be; what is wrong inside an import is in the tests of it.</summary>
internal static class WrongTransferRequests
{
    private const string Path = "/api/import";
    private static readonly byte[] Small = "{}"u8.ToArray();

    public static readonly IReadOnlyDictionary<string, WrongRequest> All = new Dictionary<string, WrongRequest>(StringComparer.Ordinal)
    {
        ["export of a bad realm"] = WrongRequest.Plain("GET /api/export?realm=a/b", 400, "invalid_name", "realm"),
        ["export of a realm that is not there"] = WrongRequest.Plain("GET /api/export?realm=none", 404, "unknown_realm", "realm"),
        ["export with values"] = WrongRequest.Plain("GET /api/export?values=true", 400, "unknown_parameter", "values"),
        ["export with callers of a kind"] = WrongRequest.Plain("GET /api/export?callers=all", 400, "invalid_value", "callers"),
        ["body of an export"] = WrongRequest.Body("GET /api/export", "application/json", Small, 400, "unexpected_body"),
        ["wrong verb on the export"] = WrongRequest.Plain("DELETE /api/export", 405, "method_not_allowed"),
        ["import without a body"] = WrongRequest.Plain($"POST {Path}", 400, "body_required", null, "Content-Length: 0"),
        ["import of a list"] = WrongRequest.Post(Path, "[]", 400, "invalid_json"),
        ["import of a form"] = WrongRequest.Body($"POST {Path}", "application/x-www-form-urlencoded", Small, 415, "unsupported_media_type"),
        ["import without a format"] = WrongRequest.Post(Path, "{}", 400, "invalid_import"),
        ["import of a later form"] = WrongRequest.Post(Path, """{"format":2}""", 400, "invalid_import"),
        ["import with a condition"] = WrongRequest.Post(Path, """{"format":1}""", 400, "invalid_value", "If-Match", "If-Match: \"1\""),
        ["import by force"] = WrongRequest.Post($"{Path}?force=true", """{"format":1}""", 400, "unknown_parameter", "force"),
        ["import that is perhaps a trial"] = WrongRequest.Post($"{Path}?dry_run=perhaps", """{"format":1}""", 400, "invalid_value", "dry_run"),
        ["import over what differs"] = WrongRequest.Post(Path, """{"format":1,"realms":[{"id":"there","config":{"url":"other"}}]}""", 409, "import_conflict", "replace"),
        ["import that is too long"] = WrongRequest.Chunked($"POST {Path}", 49, 413, "body_too_large"),
        ["wrong verb on the import"] = WrongRequest.Plain($"GET {Path}", 405, "method_not_allowed"),
    };
}
