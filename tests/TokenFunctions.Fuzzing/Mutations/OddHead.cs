using System.Globalization;
using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Testing;

namespace TokenFunctions.Fuzzing.Mutations;

/// <summary>A head that the web server may refuse by itself.</summary>
internal static class OddHead
{
    private static readonly string[] Lines =
    [
        "Host: other.example", "No colon", ": no name", "Space before : x", " folded", "X-Nul: a\0b", "X-Latin: \u00e9", "X-Lf: a\nX-Second: b", "X-Cr: a\rb", "X-Del: \u007f", "X-\u00e9: a", "\"Quoted\": a", "x-api-key: \u0000",
        "Connection: upgrade\r\nUpgrade: websocket", "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA", "Connection: close, keep-alive", "Connection: x-api-key", "Proxy-Connection: close",
    ];

    private static readonly string[] Versions = ["HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/3", "HTTP/1.1 x", "http/1.1", "HTTP/11", "", "HTTP/1.1\0"];

    public static void Apply(Draft draft, Chance chance)
    {
        switch (chance.Below(8))
        {
            case 0:
                draft.Version = chance.Pick(Versions);
                break;
            case 1:
                draft.Headers.RemoveAt(0);
                break;
            case 2:
                // Such a head may have no end.
                draft.LineEnd = chance.Pick("\n", "\r", "\r\r\n", "\n\r");
                draft.Framing = Framing.Open;
                break;
            case 3:
                draft.Method = chance.Pick("\r\nGET", "", " GET", "G\u00e9T", "GE\tT", "CONNECT", "PRI", "\u0016\u0003\u0001\u0002\0\u0001\0", "G\0T", "GET(");
                break;
            case 4:
                draft.Headers.AddRange(Enumerable.Range(0, 150).Select(n => string.Create(CultureInfo.InvariantCulture, $"X-Many-{n}: {n}")));
                break;
            case 5:
                draft.Headers.Add($"X-Long: {new string('h', 40_000)}");
                break;
            default:
                draft.Headers.Insert(chance.Below(draft.Headers.Count + 1), chance.Pick(Lines));
                break;
        }
    }
}
