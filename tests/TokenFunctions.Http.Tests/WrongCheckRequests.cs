namespace TokenFunctions.Http.Tests;

/// <summary>Checks of what is no realm at all: refused as its saving is.</summary>
internal static class WrongCheckRequests
{
    private const string Path = "/api/realm-check";
    private const string Realm = "{\"id\":\"there\",\"config\":{\"url\":\"u\"}}";

    public static readonly IReadOnlyDictionary<string, WrongRequest> All = new Dictionary<string, WrongRequest>(StringComparer.Ordinal)
    {
        ["check without a body"] = WrongRequest.Plain($"POST {Path}", 400, "body_required", null, "Content-Length: 0"),
        ["check without id"] = WrongRequest.Post(Path, "{\"config\":{\"url\":\"u\"}}", 400, "missing_value", "id"),
        ["check without config"] = WrongRequest.Post(Path, "{\"id\":\"r\"}", 400, "missing_value", "config"),
        ["check with a bad id"] = WrongRequest.Post(Path, "{\"id\":\"a b\",\"config\":{\"url\":\"u\"}}", 400, "invalid_name", "id"),
        ["check with a config as text"] = WrongRequest.Post(Path, "{\"id\":\"r\",\"config\":\"{}\"}", 400, "invalid_value", "config"),
        ["check with an unknown member"] = WrongRequest.Post(Path, "{\"id\":\"r\",\"config\":{\"url\":\"u\"},\"version\":1}", 400, "unknown_member", "version"),
        ["parameter of a check"] = WrongRequest.Post($"{Path}?dry=1", Realm, 400, "unknown_parameter", "dry"),
        ["If-Match on a check"] = WrongRequest.Post(Path, Realm, 400, "invalid_value", "If-Match", "If-Match: \"1\""),
        ["If-None-Match on a check"] = WrongRequest.Post(Path, Realm, 400, "invalid_value", "If-None-Match", "If-None-Match: *"),
        ["wrong verb on a check"] = WrongRequest.Plain($"GET {Path}", 405, "method_not_allowed"),
    };
}
