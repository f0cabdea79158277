namespace TokenFunctions.Http.Tests;

/// <summary>Requests to routes, verbs and lists that there are not.</summary>
internal static class WrongRoutes
{
    private static readonly byte[] Small = "{}"u8.ToArray();

    public static readonly IReadOnlyDictionary<string, WrongRequest> All = new Dictionary<string, WrongRequest>(StringComparer.Ordinal)
    {
        ["unknown route"] = WrongRequest.Plain("GET /api/nothing", 404, "not_found"),
        ["unknown root"] = WrongRequest.Plain("GET /token", 404, "not_found"),
        ["three parts of a secret"] = WrongRequest.Plain("GET /api/secret/a/b/c", 404, "not_found"),
        ["empty part of a path"] = WrongRequest.Plain("GET /api/secret//k", 404, "not_found"),
        ["wrong verb on token"] = WrongRequest.Plain("DELETE /api/token", 405, "method_not_allowed"),
        ["wrong verb on realm"] = WrongRequest.Body("PUT /api/realm", "application/json", Small, 405, "method_not_allowed"),
        ["wrong verb on health"] = WrongRequest.Plain("POST /api/health", 405, "method_not_allowed", null, "Content-Length: 0"),
        ["wrong verb on status"] = WrongRequest.Plain("PATCH /api/status", 405, "method_not_allowed", null, "Content-Length: 0"),
        ["body where none is taken"] = WrongRequest.Body("GET /api/status", "application/json", Small, 400, "unexpected_body"),
        ["body on removal"] = WrongRequest.Body("DELETE /api/realm/r", "application/json", Small, 400, "unexpected_body"),

        ["pageSize 0"] = WrongRequest.Plain("GET /api/realm?pageSize=0", 400, "invalid_value", "pageSize"),
        ["pageSize 501"] = WrongRequest.Plain("GET /api/secret?pageSize=501", 400, "invalid_value", "pageSize"),
        ["page 0"] = WrongRequest.Plain("GET /api/status?page=0", 400, "invalid_value", "page"),
        ["status in no state"] = WrongRequest.Plain("GET /api/status?state=", 400, "invalid_value", "state"),
        ["status in an unknown state"] = WrongRequest.Plain("GET /api/status?state=dead,gone", 400, "invalid_value", "state"),
        ["status in a state in capitals"] = WrongRequest.Plain("GET /api/status?state=Dead", 400, "invalid_value", "state"),
        ["status in a state said twice"] = WrongRequest.Plain("GET /api/status?state=dead,dead", 400, "invalid_value", "state"),
        ["status with two parameters state"] = WrongRequest.Plain("GET /api/status?state=dead&state=due", 400, "repeated_parameter", "state"),
        ["status in an unknown order"] = WrongRequest.Plain("GET /api/status?order=name", 400, "invalid_value", "order"),
        ["status in an empty order"] = WrongRequest.Plain("GET /api/status?order=", 400, "invalid_value", "order"),
        ["order of a list of secrets"] = WrongRequest.Plain("GET /api/secret?order=trouble", 400, "unknown_parameter", "order"),
        ["state of one status"] = WrongRequest.Plain("GET /api/status/there/k?state=dead", 400, "unknown_parameter", "state"),
        ["page as text"] = WrongRequest.Plain("GET /api/realm?page=one", 400, "invalid_value", "page"),
        ["page beyond 32 bits"] = WrongRequest.Plain("GET /api/realm?page=4294967297", 400, "invalid_value", "page"),
        ["keyword too long"] = WrongRequest.Plain($"GET /api/realm?keyword={new string('k', 129)}", 400, "invalid_value", "keyword"),
        ["realm of a list of realms"] = WrongRequest.Plain("GET /api/realm?realm=r", 400, "unknown_parameter", "realm"),
        ["bad realm of a list"] = WrongRequest.Plain("GET /api/secret?realm=a/b", 400, "invalid_name", "realm"),
        ["page twice"] = WrongRequest.Plain("GET /api/status?page=1&page=1", 400, "repeated_parameter", "page"),
        ["parameter of the contract"] = WrongRequest.Plain("GET /api/openapi.json?v=1", 400, "unknown_parameter", "v"),
        ["body for the contract"] = WrongRequest.Body("GET /api/openapi.json", "application/json", Small, 400, "unexpected_body"),
        ["wrong verb on the contract"] = WrongRequest.Plain("DELETE /api/openapi.json", 405, "method_not_allowed"),
        ["parameter of whoami"] = WrongRequest.Plain("GET /api/whoami?v=1", 400, "unknown_parameter", "v"),
        ["body for whoami"] = WrongRequest.Body("GET /api/whoami", "application/json", Small, 400, "unexpected_body"),
        ["wrong verb on whoami"] = WrongRequest.Plain("DELETE /api/whoami", 405, "method_not_allowed"),
        ["activity of no hour"] = WrongRequest.Plain("GET /api/activity?hours=0", 400, "invalid_value", "hours"),
        ["activity of more than two days"] = WrongRequest.Plain("GET /api/activity?hours=49", 400, "invalid_value", "hours"),
        ["activity of half an hour"] = WrongRequest.Plain("GET /api/activity?hours=0.5", 400, "invalid_value", "hours"),
        ["activity of hours twice"] = WrongRequest.Plain("GET /api/activity?hours=1&hours=1", 400, "repeated_parameter", "hours"),
        ["activity by page"] = WrongRequest.Plain("GET /api/activity?page=1", 400, "unknown_parameter", "page"),
        ["body for the activity"] = WrongRequest.Body("GET /api/activity", "application/json", Small, 400, "unexpected_body"),
        ["wrong verb on the activity"] = WrongRequest.Plain("DELETE /api/activity", 405, "method_not_allowed"),
        ["wrong verb on the console"] = WrongRequest.Plain("DELETE /api/console", 405, "method_not_allowed"),
        ["unknown file of the console"] = WrongRequest.Plain("GET /api/console/frame/none.js", 404, "not_found"),
        ["one part of a file of the console"] = WrongRequest.Plain("GET /api/console/frame", 404, "not_found"),
        ["three parts of a file of the console"] = WrongRequest.Plain("GET /api/console/a/b/c.js", 404, "not_found"),
        ["parameter of the version"] = WrongRequest.Plain("GET /api/version?v=1", 400, "unknown_parameter", "v"),
    };
}
