using System.Globalization;
using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Testing;

namespace TokenFunctions.Fuzzing.Mutations;

/// <summary>Headers that are there twice, are many, long or strange, and still are headers.</summary>
internal static class HeaderMutation
{
    private static readonly string[] Lines =
    [
        "If-Match: *", "If-Match: \"1\", \"2\"", "If-Match: 17", "If-Match:", "If-Match: W/\"1\"", "If-Match: \"9223372036854775808\"", "If-Match: \"", "If-None-Match: *", "If-None-Match: \"a\",\"b\"",
        "If-None-Match: ,,,", "If-None-Match: a", "If-Modified-Since: Wed, 21 Oct 2099 07:28:00 GMT", "If-Unmodified-Since: x", "Range: bytes=0-0", "Accept: application/xml;q=2", "Accept: */*;q=", "Accept-Encoding: gzip, br, *;q=0",
        "Accept-Charset: utf-16", "Content-Type: application/json; charset=utf-16", "Content-Type: application/json; charset=\"utf-8\"", "Content-Type: application/JSON ; Charset=UTF-8", "Content-Type: text/plain",
        "Content-Type: multipart/form-data; boundary=x", "Content-Type: application/json, application/json", "Content-Type:", "Content-Type: ;;;", "Content-Type: application/json; charset=", "Content-Encoding: gzip", "Content-Encoding: identity",
        "Content-Encoding: br, gzip", "Expect: 100-continue", "Expect: else", "Origin: https://page.example", "Origin: null", "Sec-Fetch-Site: cross-site", "Referer: http://127.0.0.1/", "Cookie: a=b; c", "Cookie: =;=;;",
        "X-Forwarded-For: 10.0.0.1, evil", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: gopher", "Forwarded: for=\"_x\"", "X-HTTP-Method-Override: DELETE", "X-Original-URL: /api/secret", "CLIENT-IP: 127.0.0.1:99999",
        "traceparent: 00-00000000000000000000000000000000-0000000000000000-00", "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "tracestate: =,=,", "baggage: a=b;c", "Authorization: Digest x", "Authorization:",
        "x-api-key: a, b", "Date: yesterday", "Via: 1.1 a, 1.1 b", "Max-Forwards: 0", "Pragma: no-cache", "Keep-Alive: timeout=0", "TE: trailers", "Trailer: x-api-key", "x:", "X-\u0041: tab\there",
    ];

    public static void Apply(Draft draft, Chance chance)
    {
        var headers = draft.Headers;
        switch (chance.Below(8))
        {
            // The first is the host, of which there may be one only.
            case 0 when headers.Count > 1:
                headers.Add(headers[1 + chance.Below(headers.Count - 1)]);
                break;
            case 1 when headers.Count > 1:
                headers.RemoveAt(1 + chance.Below(headers.Count - 1));
                break;
            case 2 when headers.Count > 1:
                Revalue(headers, chance);
                break;
            case 3 when chance.OneIn(3):
                headers.AddRange(Enumerable.Range(0, 60).Select(n => string.Create(CultureInfo.InvariantCulture, $"X-Many-{n}: {n}")));
                break;
            case 4 when chance.OneIn(3):
                headers.Add($"X-Long: {new string('h', 12_000)}");
                break;
            case 5:
                headers[0] = chance.Pick("Host: localhost", "Host: [::1]:7071", "Host: evil.example", "host: 127.0.0.1:1");
                break;
            default:
                headers.Add(chance.Pick(Lines));
                break;
        }
    }

    private static void Revalue(List<string> headers, Chance chance)
    {
        var at = 1 + chance.Below(headers.Count - 1);
        var noise = string.Concat(chance.Text().Where(c => c is >= ' ' and < '\u007f'));
        headers[at] = $"{headers[at].Split(':')[0]}: {noise}";
    }
}
