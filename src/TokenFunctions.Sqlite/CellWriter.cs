using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TokenFunctions.Sqlite;

/// <summary>Writes the pieces that <see cref="CellReader"/> reads.</summary>
internal sealed class CellWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new(256);

    /// <summary>All that was written.</summary>
    public byte[] ToArray() => bytes.WrittenSpan.ToArray();

    /// <summary>One byte.</summary>
    public void Byte(byte value) => bytes.Write([value]);

    /// <summary>A number in 8 bytes, little-endian.</summary>
    public void Number(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes.GetSpan(sizeof(long)), value);
        bytes.Advance(sizeof(long));
    }

    /// <summary>Bytes behind their length.</summary>
    public void Block(ReadOnlySpan<byte> block)
    {
        Length(block.Length);
        bytes.Write(block);
    }

    /// <summary>A text in UTF-8 behind its length in bytes.</summary>
    public void Text(string text)
    {
        Length(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, bytes);
    }

    /// <summary>A length in 1 to 5 bytes, 7 bits in each, the lowest first.</summary>
    public void Length(int length)
    {
        for (; length >= 0x80; length >>= 7) Byte((byte)(length | 0x80));
        Byte((byte)length);
    }
}
