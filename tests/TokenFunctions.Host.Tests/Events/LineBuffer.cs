using System.Text;

namespace TokenFunctions.Host.Tests.Events;

/// <summary>An output that keeps each call to it apart.</summary>
internal sealed class LineBuffer : MemoryStream
{
    public List<string> Written { get; } = [];

    public bool IsBroken { get; set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (IsBroken) throw new IOException("gone");
        Written.Add(Encoding.UTF8.GetString(buffer));
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
}
