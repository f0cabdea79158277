using System.Buffers.Text;
using System.Text;

namespace TokenFunctions.Bench.Load;

/// <summary>Reads an answer just as far as it takes to know that it is whole and right.</summary>
internal static class AnswerCheck
{
    private static ReadOnlySpan<byte> Ok => "HTTP/1.1 200 "u8;
    private static ReadOnlySpan<byte> EndOfHead => "\r\n\r\n"u8;
    private static ReadOnlySpan<byte> Length => "\r\nContent-Length: "u8;

    /// <summary>Whether the answer is here to its end.</summary>
    /// <param name="received">What has come since the request; nothing follows an answer before the next
    /// request.</param>
    /// <param name="expected">How its body must begin.</param>
    /// <exception cref="LoadFault">It is another answer.</exception>
    public static bool IsWhole(ReadOnlySpan<byte> received, ReadOnlySpan<byte> expected)
    {
        var head = received.IndexOf(EndOfHead);
        if (head < 0) return false;
        var body = received[(head + EndOfHead.Length)..];
        var missing = LengthOf(received[..head]) - body.Length;
        if (missing > 0) return false;
        if (missing < 0) throw new LoadFault($"{-missing} bytes came behind an answer.");
        if (!received.StartsWith(Ok) || !body.StartsWith(expected)) throw Wrong(received[..head]);
        return true;
    }

    private static int LengthOf(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf(Length);
        return at >= 0 && Utf8Parser.TryParse(head[(at + Length.Length)..], out int length, out _)
            ? length
            : throw Wrong(head);
    }

    // The body stays out of it: it may hold a token.
    private static LoadFault Wrong(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf("\r\n"u8);
        return new LoadFault($"A wrong answer: {Encoding.ASCII.GetString(head[..(end < 0 ? head.Length : end)])}");
    }
}
