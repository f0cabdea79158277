using System.Globalization;
using System.Text;
using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Testing;

namespace TokenFunctions.Fuzzing.Mutations;

/// <summary>The body in chunks, with extensions and trailers (RFC 9112 §7.1).</summary>
internal static class ChunkedBody
{
    public static void Apply(Draft draft, Chance chance)
    {
        var extension = chance.Pick("", "", ";a", ";a=b", ";a=\"b\"");
        draft.Framed = (["Transfer-Encoding: chunked"], [.. Chunks(draft.Body!, chance, extension), .. End(chance)]);
    }

    /// <summary>The chunks without the last one.</summary>
    public static IEnumerable<byte> Chunks(byte[] body, Chance chance, string extension)
    {
        var size = 1 + chance.Below(chance.Pick(16, 1000, 70_000));
        // A body of many thousands of chunks would only cost time.
        size = Math.Max(size, body.Length / 200);
        return body.Chunk(Math.Max(1, size)).SelectMany(chunk => (byte[])[.. Line(chunk.Length, extension), .. chunk, .. "\r\n"u8]);
    }

    public static byte[] Line(int length, string extension) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{length:x}{extension}\r\n"));

    private static byte[] End(Chance chance) =>
        Encoding.ASCII.GetBytes(chance.Pick("0\r\n\r\n", "0\r\n\r\n", "0;end\r\nX-Trailer: a\r\n\r\n", "000\r\n\r\n"));
}
