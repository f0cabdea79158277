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
        var writer = new CellWriter();
        writer.Byte(Format);
        writer.Length(row.Cells.Count);
        foreach (var (name, value) in row.Cells)
        {
            writer.Text(name);
            WriteCell(writer, value);
        }

        return writer.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are not of this form.</exception>
    public static Row Read(RowKey key, string etag, ReadOnlySpan<byte> cells)
    {
        var reader = new CellReader(cells);
        if (reader.Byte() != Format)
            throw new InvalidDataException("A row was written in a format that this release does not know.");
        var row = new Row(key, etag);
        for (var left = reader.Length(); left > 0; left--) ReadCell(ref reader, row, CellNames.Of(reader.Block()));
        return reader.IsAtEnd ? row : throw new InvalidDataException("A row has more bytes than its cells.");
    }

    private static void WriteCell(CellWriter writer, object value)
    {
        switch (value)
        {
            case string text: Tag(Kind.Text).Text(text); break;
            case long number: Tag(Kind.Number).Number(number); break;
            case double real: Tag(Kind.Real).Number(BitConverter.DoubleToInt64Bits(real)); break;
            case bool flag: Tag(Kind.Flag).Byte(flag ? (byte)1 : (byte)0); break;
            case DateTimeOffset time: Tag(Kind.Time).Number(time.UtcTicks); break;
            case byte[] bytes: Tag(Kind.Bytes).Block(bytes); break;
            default: throw new InvalidOperationException("A cell has a type that rows do not know.");
        }

        CellWriter Tag(Kind kind)
        {
            writer.Byte((byte)kind);
            return writer;
        }
    }

    private static void ReadCell(ref CellReader reader, Row row, string name) => _ = (Kind)reader.Byte() switch
    {
        Kind.Text => row.Set(name, Encoding.UTF8.GetString(reader.Block())),
        Kind.Number => row.Set(name, reader.Number()),
        Kind.Real => row.Set(name, BitConverter.Int64BitsToDouble(reader.Number())),
        Kind.Flag => row.Set(name, reader.Byte() != 0),
        Kind.Time => row.Set(name, Time(reader.Number())),
        Kind.Bytes => row.Set(name, reader.Block().ToArray()),
        _ => throw new InvalidDataException("A row holds a kind of cell that this release does not know."),
    };

    private static DateTimeOffset Time(long ticks) => ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks
        ? new DateTimeOffset(ticks, TimeSpan.Zero)
        : throw CellReader.Damage();
}
