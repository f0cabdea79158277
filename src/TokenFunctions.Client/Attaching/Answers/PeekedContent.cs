using System.Net;

namespace TokenFunctions.Client.Attaching.Answers;

/// <summary>An answer's content whose beginning was looked at: as if nobody had, and not read any further.</summary>
internal sealed class PeekedContent : HttpContent
{
    private readonly HttpContent inner;
    private readonly PrefixedStream stream;

    /// <summary>The content after <paramref name="prefix"/> was read from it.</summary>
    /// <param name="inner">The content; it is disposed with this one.</param>
    /// <param name="prefix">What was read.</param>
    /// <param name="rest">Its stream, after that.</param>
    public PeekedContent(HttpContent inner, ReadOnlyMemory<byte> prefix, Stream rest)
    {
        (this.inner, stream) = (inner, new(prefix, rest));
        foreach (var (name, values) in inner.Headers.NonValidated) Headers.TryAddWithoutValidation(name, values);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        this.stream.CopyToAsync(stream);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        this.stream.CopyToAsync(stream, cancellationToken);

    protected override void SerializeToStream(
        Stream stream, TransportContext? context, CancellationToken cancellationToken) => this.stream.CopyTo(stream);

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(stream);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => stream;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
