namespace TokenFunctions.Http.Tests;

/// <summary>Sealings that cannot be.</summary>
internal static class WrongSealingRequests
{
    private const string Path = "/api/sealing/reseal";
    private static readonly byte[] Small = "{}"u8.ToArray();

    public static readonly IReadOnlyDictionary<string, WrongRequest> All = new Dictionary<string, WrongRequest>(StringComparer.Ordinal)
    {
        ["unknown member of a resealing"] = WrongRequest.Post(Path, """{"key":"k"}""", 400, "unknown_member", "key"),
        ["stop as a text"] = WrongRequest.Post(Path, """{"stop":"yes"}""", 400, "invalid_value", "stop"),
        ["parameter of a resealing"] = WrongRequest.Post($"{Path}?stop=true", "{}", 400, "unknown_parameter", "stop"),
        ["list as a resealing"] = WrongRequest.Post(Path, "[]", 400, "invalid_json"),
        ["form as a resealing"] = WrongRequest.Body($"POST {Path}", "application/x-www-form-urlencoded", Small, 415, "unsupported_media_type"),
        ["resealing with a condition"] = WrongRequest.Post(Path, "{}", 400, "invalid_value", "If-Match", "If-Match: \"1\""),
        ["wrong verb on a resealing"] = WrongRequest.Plain($"GET {Path}", 405, "method_not_allowed"),
        ["parameter of the sealing"] = WrongRequest.Plain("GET /api/sealing?page=1", 400, "unknown_parameter", "page"),
        ["wrong verb on the sealing"] = WrongRequest.Plain("DELETE /api/sealing", 405, "method_not_allowed"),
    };
}
