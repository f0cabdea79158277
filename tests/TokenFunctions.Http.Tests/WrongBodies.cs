using System.Text;

namespace TokenFunctions.Http.Tests;

/// <summary>Bodies that cannot be read.</summary>
internal static class WrongBodies
{
    private static readonly byte[] Small = "{}"u8.ToArray();

    public static readonly IReadOnlyDictionary<string, WrongRequest> All = new Dictionary<string, WrongRequest>(StringComparer.Ordinal)
    {
        ["form body"] = WrongRequest.Body("POST /api/realm", "application/x-www-form-urlencoded", "id=r"u8.ToArray(), 415, "unsupported_media_type"),
        ["plain text body"] = WrongRequest.Body("POST /api/secret", "text/plain", Small, 415, "unsupported_media_type"),
        ["no content type"] = WrongRequest.Body("POST /api/realm", null, Small, 415, "unsupported_media_type"),
        ["broken content type"] = WrongRequest.Body("POST /api/realm", ";;", Small, 415, "unsupported_media_type"),
        ["JSON in latin-1"] = WrongRequest.Body("POST /api/realm", "application/json; charset=iso-8859-1", Small, 415, "unsupported_media_type"),
        ["compressed body"] = WrongRequest.Body("POST /api/realm", "application/json", Small, 415, "unsupported_media_type", null, "Content-Encoding: gzip"),
        ["content type on GET"] = WrongRequest.Body($"GET /api/token?realm=r&key=k", "text/json", Small, 415, "unsupported_media_type"),
        ["body of 1 MB"] = WrongRequest.Body("POST /api/secret", "application/json", Spaces(1 << 20), 413, "body_too_large"),
        ["body one byte too long"] = WrongRequest.Body("POST /api/realm", "application/json", Spaces((256 << 10) + 1), 413, "body_too_large"),
        ["body of 8 MB"] = WrongRequest.Body("POST /api/realm", "application/json", Spaces(64), 413, "body_too_large") with
        {
            Bytes = Announce(8 << 20),
        },
        ["chunked body of 1 MB"] = WrongRequest.Chunked("POST /api/realm", 16, 413, "body_too_large"),
        ["chunked body of 320 KiB"] = WrongRequest.Chunked("POST /api/token", 5, 413, "body_too_large"),
        ["broken chunk"] = WrongRequest.Plain(
            "POST /api/realm", 400, "bad_request", null, "Content-Type: application/json", "Transfer-Encoding: chunked\r\n\r\nzz"),
        ["chunk longer than any number"] = WrongRequest.Plain(
            "POST /api/realm", 400, "bad_request", null, "Content-Type: application/json", "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n"),
        ["blank body"] = WrongRequest.Chunked("POST /api/realm", 1, 400, "invalid_json"),
        ["no body for a realm"] = WrongRequest.Plain("POST /api/realm", 400, "body_required", null, "Content-Length: 0"),
        ["no body for a secret"] = WrongRequest.Plain("POST /api/secret", 400, "body_required", null, "Content-Length: 0"),
        ["cut JSON"] = WrongRequest.Post("/api/realm", "{\"id\":\"r\"", 400, "invalid_json"),
        ["JSON with a comment"] = WrongRequest.Post("/api/realm", "{\"id\":\"r\" /* x */}", 400, "invalid_json"),
        ["JSON with a last comma"] = WrongRequest.Post("/api/realm", "{\"id\":\"r\",}", 400, "invalid_json"),
        ["two JSON values"] = WrongRequest.Post("/api/realm", "{} {}", 400, "invalid_json"),
        ["array"] = WrongRequest.Post("/api/realm", "[]", 400, "invalid_json"),
        ["null"] = WrongRequest.Post("/api/secret", "null", 400, "invalid_json"),
        ["deep nesting"] = WrongRequest.Post("/api/realm", Deep(33), 400, "invalid_json"),
        ["very deep nesting"] = WrongRequest.Post("/api/realm", Deep(5000), 400, "invalid_json"),
        ["more values than any realm has"] = WrongRequest.Post("/api/realm", $"{{\"a\":[{string.Join(',', Enumerable.Repeat('0', 10_000))}]}}", 400, "invalid_json"),
        ["invalid UTF-8"] = WrongRequest.Body("POST /api/realm", "application/json", Broken(), 400, "invalid_json"),
        ["half a surrogate"] = WrongRequest.Post("/api/secret", "{\"realm\":\"r\",\"key\":\"k\",\"key_1\":\"\\ud800\"}", 400, "invalid_json"),
        ["half a surrogate in a name"] = WrongRequest.Post("/api/realm", "{\"\\udc00\":1}", 400, "invalid_json"),
        ["member twice"] = WrongRequest.Post("/api/realm", "{\"id\":\"r\",\"id\":\"s\",\"config\":{\"url\":\"u\"}}", 400, "duplicate_member", "id"),
        ["member twice by escape"] = WrongRequest.Post("/api/secret", "{\"key\":\"a\",\"\\u006bey\":\"b\"}", 400, "duplicate_member", "key"),
        ["member twice inside"] = WrongRequest.Post("/api/realm", "{\"id\":\"r\",\"config\":{\"url\":\"u\",\"x\":[{\"a\":1,\"a\":2}]}}", 400, "duplicate_member", "a"),
    };

    private static byte[] Spaces(int count) => Encoding.ASCII.GetBytes(new string(' ', count));

    private static string Deep(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    private static byte[] Broken() => [.. "{\"id\":\"r\",\"config\":{\"url\":\""u8, 0xC3, 0x28, .. "\"}}"u8];

    private static byte[] Announce(int length) => WrongRequest.Plain(
        "POST /api/realm", 413, "", null, "Content-Type: application/json", $"Content-Length: {length}").Bytes;
}
