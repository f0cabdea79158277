using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Attaching;

/// <summary>The two ways to wait, so that what a handler does is written once: asynchronously, or on the caller's
/// thread, where each of these has ended when it is given back.</summary>
/// <param name="isAsync">Whether the caller's thread is not held.</param>
/// <param name="send">Sends through the inner handler.</param>
internal sealed class Wire(
    bool isAsync, Func<HttpRequestMessage, CancellationToken, ValueTask<HttpResponseMessage>> send)
{
    /// <summary>Sends a request.</summary>
    public ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation) =>
        send(request, cancellation);

    /// <summary>Asks for a token.</summary>
    public ValueTask<TokenResult> AskAsync(
        ITokenSource source, TokenRequest request, CancellationToken cancellation)
    {
        var asking = source.GetAsync(request, cancellation);
        return isAsync || asking.IsCompleted ? asking : new(asking.AsTask().GetAwaiter().GetResult());
    }

    /// <summary>Reads a content into memory.</summary>
    /// <exception cref="HttpRequestException">It is longer than <paramref name="limit"/>.</exception>
    public ValueTask BufferAsync(HttpContent content, long limit, CancellationToken cancellation)
    {
        var buffering = content.LoadIntoBufferAsync(limit, cancellation);
        if (isAsync) return new(buffering);
        buffering.GetAwaiter().GetResult();
        return default;
    }

    /// <summary>The stream of an answer's content.</summary>
    public ValueTask<Stream> OpenAsync(HttpContent content, CancellationToken cancellation) =>
        isAsync ? new(content.ReadAsStreamAsync(cancellation)) : new(content.ReadAsStream(cancellation));

    /// <summary>Reads what is there, at least a byte; 0 at the end.</summary>
    public ValueTask<int> ReadAsync(Stream stream, Memory<byte> into, CancellationToken cancellation) =>
        isAsync ? stream.ReadAsync(into, cancellation) : new(stream.Read(into.Span));
}
