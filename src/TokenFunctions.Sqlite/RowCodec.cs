using System.Text;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Sqlite;

/// <summary>The cells of a row as bytes. Types and values survive exactly.</summary>
/// <remarks>Form: format version (1 byte), number of cells (7-bit), then for each its name, its kind (1 byte) and its
/// value: text in UTF-8 with its length, numbers and reals in 8 bytes little-endian, times as ticks of UTC.</remarks>
internal static class RowCodec
{
    private const byte Format = 1;

    private enum Kind : byte
    {
        Text = 1,
        Number = 2,
        Real = 3,
        Flag = 4,
        Time = 5,
        Bytes = 6,
    }

    public static byte[] Write(Row row)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Format);
        writer.Write7BitEncodedInt(row.Cells.Count);
        foreach (var (name, value) in row.Cells)
        {
            writer.Write(name);
            WriteCell(writer, value);
        }

        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are not of this form.</exception>
    public static Row Read(RowKey key, string etag, byte[] cells)
    {
        using var reader = new BinaryReader(new MemoryStream(cells), Encoding.UTF8);
        var row = new Row(key, etag);
        try
        {
            if (reader.ReadByte() != Format)
                throw new InvalidDataException("A row was written in a format that this release does not know.");
            for (var left = reader.Read7BitEncodedInt(); left > 0; left--) ReadCell(reader, row, reader.ReadString());
            return reader.BaseStream.Position == cells.Length
                ? row
                : throw new InvalidDataException("A row has more bytes than its cells.");
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException("A row is damaged: a cell of it cannot be read.", e);
        }
    }

    private static void WriteCell(BinaryWriter writer, object value)
    {
        switch (value)
        {
            case string text: Tag(Kind.Text).Write(text); break;
            case long number: Tag(Kind.Number).Write(number); break;
            case double real: Tag(Kind.Real).Write(BitConverter.DoubleToInt64Bits(real)); break;
            case bool flag: Tag(Kind.Flag).Write(flag); break;
            case DateTimeOffset time: Tag(Kind.Time).Write(time.UtcTicks); break;
            case byte[] bytes:
                Tag(Kind.Bytes).Write7BitEncodedInt(bytes.Length);
                writer.Write(bytes);
                break;
            default: throw new InvalidOperationException("A cell has a type that rows do not know.");
        }

        BinaryWriter Tag(Kind kind)
        {
            writer.Write((byte)kind);
            return writer;
        }
    }

    private static void ReadCell(BinaryReader reader, Row row, string name)
    {
        _ = (Kind)reader.ReadByte() switch
        {
            Kind.Text => row.Set(name, reader.ReadString()),
            Kind.Number => row.Set(name, reader.ReadInt64()),
            Kind.Real => row.Set(name, BitConverter.Int64BitsToDouble(reader.ReadInt64())),
            Kind.Flag => row.Set(name, reader.ReadBoolean()),
            Kind.Time => row.Set(name, new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero)),
            Kind.Bytes => row.Set(name, ReadBytes(reader)),
            _ => throw new InvalidDataException("A row holds a kind of cell that this release does not know."),
        };
    }

    private static byte[] ReadBytes(BinaryReader reader)
    {
        var length = reader.Read7BitEncodedInt();
        // Asked before the memory is taken: a damaged length may be that of gigabytes.
        if (length < 0 || length > reader.BaseStream.Length - reader.BaseStream.Position)
            throw new EndOfStreamException("A cell is longer than its row.");
        return reader.ReadBytes(length);
    }
}
