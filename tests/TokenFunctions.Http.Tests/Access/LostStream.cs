namespace TokenFunctions.Http.Tests.Access;

/// <summary>A connection that is no more.</summary>
internal sealed class LostStream : MemoryStream
{
    public override void Flush() => throw new IOException("gone");

    public override Task FlushAsync(CancellationToken cancellationToken) => throw new IOException("gone");

    public override void Write(byte[] buffer, int offset, int count) => throw new IOException("gone");

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        throw new IOException("gone");
}
