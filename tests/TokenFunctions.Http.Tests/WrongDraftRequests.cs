namespace TokenFunctions.Http.Tests;

/// <summary>Requests for a draft of a realm that cannot be had.</summary>
internal static class WrongDraftRequests
{
    private const string Path = "/api/realm-draft";

    public static readonly IReadOnlyDictionary<string, WrongRequest> All = new Dictionary<string, WrongRequest>(StringComparer.Ordinal)
    {
        ["draft without a line"] = WrongRequest.Post(Path, "{\"answer\":{}}", 400, "missing_value", "curl"),
        ["draft of nothing"] = WrongRequest.Post(Path, "{\"curl\":\"\"}", 400, "invalid_value", "curl"),
        ["draft of a number"] = WrongRequest.Post(Path, "{\"curl\":7}", 400, "invalid_value", "curl"),
        ["draft of a line too long"] = WrongRequest.Post(Path, $"{{\"curl\":\"curl {new string('x', 32768)}\"}}", 400, "invalid_value", "curl"),
        ["draft of another program"] = WrongRequest.Post(Path, "{\"curl\":\"wget https://a.example/\"}", 400, "invalid_curl", "curl"),
        ["draft without an address"] = WrongRequest.Post(Path, "{\"curl\":\"curl -d a=b\"}", 400, "invalid_curl", "curl"),
        ["draft with an open quote"] = WrongRequest.Post(Path, "{\"curl\":\"curl 'https://a.example/\"}", 400, "invalid_curl", "curl"),
        ["unknown member of a draft"] = WrongRequest.Post(Path, "{\"curl\":\"curl https://a.example/\",\"id\":\"r\"}", 400, "unknown_member", "id"),
        ["parameter on a draft"] = WrongRequest.Post(Path + "?dry=1", "{\"curl\":\"curl https://a.example/\"}", 400, "unknown_parameter", "dry"),
        ["wrong verb on a draft"] = WrongRequest.Plain("GET /api/realm-draft", 405, "method_not_allowed"),
    };
}
