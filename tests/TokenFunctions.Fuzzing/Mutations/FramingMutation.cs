using System.Globalization;
using System.Text;
using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Testing;

namespace TokenFunctions.Fuzzing.Mutations;

/// <summary>Lies about where the body ends.</summary>
internal static class FramingMutation
{
    private static readonly string[] Chunks =
    [
        "zz\r\n", "-1\r\n", "fffffffffffffffff\r\n", "7fffffff\r\nabc", "5\r\nab", "5\r\nabcdefgh\r\n0\r\n\r\n", "0x5\r\nabcde\r\n0\r\n\r\n", "1\r\na0\r\n\r\n", "\r\n\r\n", "1;\u0001=\r\na\r\n0\r\n\r\n", "0\r\nX: a\0\r\n\r\n", "1\na\n0\n\n", " 1\r\na\r\n0\r\n\r\n",
    ];

    public static void Apply(Draft draft, Chance chance)
    {
        var body = draft.Body ?? [];
        draft.Framed = chance.Below(6) switch
        {
            0 => Promise(draft, [Length(body.Length + 1 + chance.Below(5000))], body),
            1 => Promise(draft, [chance.Pick("Content-Length: 4000000", "Content-Length: 5000000", "Content-Length: 9223372036854775807")], body),
            2 => ([Length(Math.Max(0, body.Length - 1 - chance.Below(10)))], body),
            3 => ([chance.Pick("Content-Length: -1", "Content-Length: abc", "Content-Length: 1, 1", "Content-Length: 99999999999999999999", "Content-Length:", "Content-Length: 0x10", "Content-Length: +5", "Content-Length: 1\r\nContent-Length: 2")], body),
            4 => ([Length(body.Length), chance.Pick("Transfer-Encoding: chunked", "Transfer-Encoding: identity", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: chunked, chunked", "Transfer-Encoding: chunked\r\nTransfer-Encoding: x", "Transfer-Encoding:\tchunked", "Transfer-Encoding : chunked")], [.. ChunkedBody.Chunks(body, chance, ""), .. "0\r\n\r\n"u8]),
            _ => Promise(draft, ["Transfer-Encoding: chunked"], [.. ChunkedBody.Chunks(body, chance, ""), .. Encoding.Latin1.GetBytes(chance.Pick(Chunks))]),
        };
    }

    private static (string[] Lines, byte[] Bytes) Promise(Draft draft, string[] lines, byte[] bytes)
    {
        draft.Framing = Framing.Open;
        return (lines, bytes);
    }

    private static string Length(int length) => string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}");
}
