using System.Buffers.Binary;

namespace TokenFunctions.Sqlite;

/// <summary>Reads the pieces of a row's bytes, one after the other, where they lie.</summary>
/// <remarks>Every member throws <see cref="InvalidDataException"/> where the bytes end too soon or are none of the
/// piece.</remarks>
internal ref struct CellReader(ReadOnlySpan<byte> bytes)
{
    private const int BitsOfLength = 31;
    private ReadOnlySpan<byte> left = bytes;

    /// <summary>Whether all bytes were read.</summary>
    public readonly bool IsAtEnd => left.IsEmpty;

    /// <summary>One byte.</summary>
    public byte Byte() => Take(1)[0];

    /// <summary>A number of 8 bytes, little-endian.</summary>
    public long Number() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    /// <summary>A length and as many bytes.</summary>
    public ReadOnlySpan<byte> Block() => Take(Length());

    /// <summary>A length of 1 to 5 bytes, 7 bits in each, the lowest first.</summary>
    public int Length()
    {
        var length = 0u;
        for (var shift = 0; shift < BitsOfLength; shift += 7)
        {
            var next = Byte();
            if (shift == 28 && next > 0b111) break;
            length |= (next & 0x7fu) << shift;
            if (next < 0x80) return (int)length;
        }

        throw Damage();
    }

    /// <summary>What is thrown of damaged bytes.</summary>
    public static InvalidDataException Damage() => new("A row is damaged: a cell of it cannot be read.");

    // Looked at before any memory is taken: a damaged length may be that of gigabytes.
    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > left.Length) throw Damage();
        var taken = left[..count];
        left = left[count..];
        return taken;
    }
}
