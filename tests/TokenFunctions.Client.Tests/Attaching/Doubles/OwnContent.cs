using System.Net;
using System.Text;

namespace TokenFunctions.Client.Tests.Attaching.Doubles;

/// <summary>A content of a kind that the handler does not know; it says how often it was written.</summary>
internal sealed class OwnContent(string text, bool isLengthKnown) : HttpContent
{
    private int writings;

    public int Writings => writings;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Interlocked.Increment(ref writings);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = text.Length;
        return isLengthKnown;
    }
}
