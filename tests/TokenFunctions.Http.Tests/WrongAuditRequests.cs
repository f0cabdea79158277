namespace TokenFunctions.Http.Tests;

/// <summary>Questions to the audit that it does not answer.</summary>
internal static class WrongAuditRequests
{
    private const string Path = "GET /api/audit";

    public static readonly IReadOnlyDictionary<string, WrongRequest> All = new Dictionary<string, WrongRequest>(StringComparer.Ordinal)
    {
        ["audit from no time"] = WrongRequest.Plain($"{Path}?from=yesterday", 400, "invalid_value", "from"),
        ["audit from a time without a zone"] = WrongRequest.Plain($"{Path}?from=2027-05-01T00:00:00", 400, "invalid_value", "from"),
        ["audit to a day"] = WrongRequest.Plain($"{Path}?to=2027-05-01", 400, "invalid_value", "to"),
        ["audit that ends before it begins"] = WrongRequest.Plain($"{Path}?from=2027-05-01T12:00:00Z&to=2027-05-01T11:00:00Z", 400, "invalid_value", "from"),
        ["audit of no time at all"] = WrongRequest.Plain($"{Path}?from=2027-05-01T12:00:00Z&to=2027-05-01T12:00:00Z", 400, "invalid_value", "from"),
        ["audit of a bad realm"] = WrongRequest.Plain($"{Path}?realm=a%20b", 400, "invalid_name", "realm"),
        ["audit of a bad key"] = WrongRequest.Plain($"{Path}?key=", 400, "invalid_name", "key"),
        ["audit of a long name"] = WrongRequest.Plain($"{Path}?who={new string('w', 129)}", 400, "invalid_value", "who"),
        ["audit of a long action"] = WrongRequest.Plain($"{Path}?action={new string('a', 129)}", 400, "invalid_value", "action"),
        ["audit of a long result"] = WrongRequest.Plain($"{Path}?result={new string('r', 129)}", 400, "invalid_value", "result"),
        ["audit page of 0"] = WrongRequest.Plain($"{Path}?pageSize=0", 400, "invalid_value", "pageSize"),
        ["audit page of 501"] = WrongRequest.Plain($"{Path}?pageSize=501", 400, "invalid_value", "pageSize"),
        ["audit after nothing"] = WrongRequest.Plain($"{Path}?after=", 400, "invalid_value", "after"),
        ["audit after no day"] = WrongRequest.Plain($"{Path}?after=20271301", 400, "invalid_value", "after"),
        ["audit after a bad id"] = WrongRequest.Plain($"{Path}?after=20270501.x%27y", 400, "invalid_value", "after"),
        ["audit after too much"] = WrongRequest.Plain($"{Path}?after=20270501.{new string('1', 120)}", 400, "invalid_value", "after"),
        ["audit by page"] = WrongRequest.Plain($"{Path}?page=2", 400, "unknown_parameter", "page"),
        ["audit twice from"] = WrongRequest.Plain($"{Path}?realm=a&realm=b", 400, "repeated_parameter", "realm"),
        ["audit with a body"] = WrongRequest.Body(Path, "application/json", "{}"u8.ToArray(), 400, "unexpected_body"),
        ["wrong verb on the audit"] = WrongRequest.Plain("DELETE /api/audit", 405, "method_not_allowed"),
    };
}
