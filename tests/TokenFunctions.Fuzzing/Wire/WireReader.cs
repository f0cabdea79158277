using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace TokenFunctions.Fuzzing.Wire;

/// <summary>Reads answers off a connection, strictly by RFC 9112: what a tolerant client would pass over is a fault.</summary>
internal sealed class WireReader(PipeReader input)
{
    private const int LongestHead = 64 * 1024;

    /// <summary>The next final answer; null = the connection ended before its first byte.</summary>
    /// <exception cref="WireFault">What came is no answer.</exception>
    public async Task<WireAnswer?> ReadAsync(bool isHead, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await HeadAsync(cancellationToken) is not { } head) return null;
            var (status, headers) = Parse(head);
            if (status is >= 100 and < 200 and not 101) continue;
            var hasBody = !isHead && status is not (101 or 204 or 304);
            return new WireAnswer(status, headers, hasBody ? await BodyAsync(headers, cancellationToken) : []);
        }
    }

    private static (int Status, ILookup<string, string> Headers) Parse(string head)
    {
        var lines = head.Split("\r\n");
        if (!lines[0].StartsWith("HTTP/1.1 ", StringComparison.Ordinal) || lines[0].Length < 12
            || !int.TryParse(lines[0].AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            throw new WireFault("an answer begins otherwise than with HTTP/1.1 and a status");
        var pairs = lines.Skip(1).Select(line => line.IndexOf(':', StringComparison.Ordinal) is var at and > 0
            ? (Name: line[..at], Value: line[(at + 1)..].Trim())
            : throw new WireFault("a header line has no name"));
        return (status, pairs.ToLookup(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase));
    }

    private async Task<byte[]> BodyAsync(ILookup<string, string> headers, CancellationToken cancellationToken)
    {
        if (headers.Contains("Transfer-Encoding")) return await ChunksAsync(cancellationToken);
        if (headers["Content-Length"].ToList() is not [var text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            throw new WireFault("an answer with a body has not one length");
        return await TakeAsync(length, cancellationToken);
    }

    private async Task<byte[]> ChunksAsync(CancellationToken cancellationToken)
    {
        var body = new List<byte>();
        while (true)
        {
            var line = await LineAsync("\r\n"u8.ToArray(), cancellationToken) ?? throw new WireFault("the connection ended within chunks");
            var size = int.Parse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            var chunk = await TakeAsync(size + 2, cancellationToken);
            if (size == 0) return [.. body];
            body.AddRange(chunk.AsSpan(0, size));
        }
    }

    private Task<string?> HeadAsync(CancellationToken cancellationToken) => LineAsync("\r\n\r\n"u8.ToArray(), cancellationToken);

    private async Task<string?> LineAsync(byte[] end, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            if (Find(read.Buffer, end) is { } found)
            {
                input.AdvanceTo(found.After);
                return found.Text;
            }

            if (read.IsCompleted && read.Buffer.IsEmpty) return null;
            if (read.IsCompleted || read.Buffer.Length > LongestHead) throw new WireFault("the connection ended within a head, or the head has no end");
            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static (string Text, SequencePosition After)? Find(ReadOnlySequence<byte> buffer, byte[] end)
    {
        var reader = new SequenceReader<byte>(buffer);
        return reader.TryReadTo(out ReadOnlySequence<byte> line, end) ? (Encoding.Latin1.GetString(line), reader.Position) : null;
    }

    private async Task<byte[]> TakeAsync(int length, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            if (read.Buffer.Length >= length)
            {
                var bytes = read.Buffer.Slice(0, length).ToArray();
                input.AdvanceTo(read.Buffer.GetPosition(length));
                return bytes;
            }

            if (read.IsCompleted) throw new WireFault("the connection ended within a body");
            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
