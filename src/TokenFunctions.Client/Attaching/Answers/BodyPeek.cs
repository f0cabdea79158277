using System.Net.Http.Headers;
using TokenFunctions.Realms;

namespace TokenFunctions.Client.Attaching.Answers;

/// <summary>Looks at the beginning of an answer's body and leaves the body readable and streaming.</summary>
internal static class BodyPeek
{
    private const int FirstBlock = 2048;

    /// <summary>The body where a code can stand in it: JSON or XML by its type, not compressed, and no longer than
    /// the limit as far as is known; empty else.</summary>
    /// <param name="response">The answer; its content is exchanged for one that begins anew.</param>
    /// <param name="limit">The most bytes to read.</param>
    /// <param name="dead">What is looked for in it.</param>
    /// <param name="wire">The way to wait.</param>
    /// <param name="cancellation">The caller's leaving.</param>
    /// <exception cref="HttpRequestException">The connection broke.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(
        HttpResponseMessage response, int limit, DeadAnswers dead, Wire wire, CancellationToken cancellation)
    {
        var content = response.Content;
        if (!IsReadable(content.Headers, limit)) return default;
        // A thread that waits in a read hears of its caller's leaving by the end of the stream only.
        await using var leaving = cancellation.Register(static content => ((HttpContent)content!).Dispose(), content);
        try
        {
            var stream = await wire.OpenAsync(content, cancellation);
            var (read, enough) = await TakeAsync(stream, limit, dead, wire, cancellation);
            response.Content = new PeekedContent(content, read, stream);
            return read[..enough];
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer broke off.", e);
        }
    }

    private static async ValueTask<(ReadOnlyMemory<byte> Read, int Enough)> TakeAsync(
        Stream stream, int limit, DeadAnswers dead, Wire wire, CancellationToken cancellation)
    {
        var (buffer, count) = (new byte[Math.Min(limit, FirstBlock)], 0);
        while (count < limit)
        {
            if (count == buffer.Length) Array.Resize(ref buffer, Math.Min(limit, 2 * count));
            var got = await wire.ReadAsync(stream, buffer.AsMemory(count), cancellation);
            if (got == 0) break;
            count += got;
            if (JsonStart.Enough(buffer.AsSpan(0, count), dead) is { } enough)
                return (buffer.AsMemory(0, count), enough);
        }
        return (buffer.AsMemory(0, count), count);
    }

    private static bool IsReadable(HttpContentHeaders headers, int limit) =>
        headers.ContentEncoding.All(encoding => string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase))
        && !(headers.ContentLength > limit)
        && IsStructured(headers.ContentType?.MediaType ?? "");

    // Providers that answer 200 to everything often call their JSON plain text.
    private static bool IsStructured(string type) =>
        type.EndsWith("/json", StringComparison.OrdinalIgnoreCase)
        || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
        || type.EndsWith("/xml", StringComparison.OrdinalIgnoreCase)
        || type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase)
        || string.Equals(type, "text/plain", StringComparison.OrdinalIgnoreCase);
}
