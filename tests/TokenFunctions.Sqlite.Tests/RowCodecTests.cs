using TokenFunctions.Properties;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Sqlite.Tests;

/// <summary>Rows come back out of their bytes, and damaged bytes are told as such.</summary>
public sealed class RowCodecTests
{
    private static readonly RowKey Key = new("p", "r");

    [Fact]
    public void A_row_comes_back() => Seeds.Hold(1000, chance =>
    {
        var row = Any(chance);
        var read = RowCodec.Read(Key, "e", RowCodec.Write(row));
        Assert.Equal(row.Cells.Keys, read.Cells.Keys);
        Assert.All(row.Cells, cell => Assert.Equal(cell.Value, read.Cells[cell.Key]));
    });

    [Fact]
    public void Damaged_bytes_are_a_row_or_are_told_to_be_none() => Seeds.Hold(4000, chance =>
    {
        var bytes = chance.OneIn(8) ? [1, .. chance.Bytes()] : RowCodec.Write(Any(chance));
        for (var times = 1 + chance.Below(3); times > 0; times--)
        {
            if (bytes.Length > 0 && chance.OneIn(3)) bytes = bytes[..chance.Below(bytes.Length)];
            else if (bytes.Length > 0) bytes[chance.Below(bytes.Length)] = (byte)chance.Below(256);
        }

        try
        {
            RowCodec.Read(Key, "e", bytes);
        }
        catch (InvalidDataException e)
        {
            Assert.NotEmpty(e.Message);
        }
    });

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1, 1 })]
    [InlineData(new byte[] { 1, 0xff, 0xff, 0xff, 0xff, 0xff })]
    [InlineData(new byte[] { 1, 1, 1, (byte)'a', 6, 0xff, 0xff, 0xff, 0xff, 0x07 })]
    [InlineData(new byte[] { 1, 1, 1, (byte)'a', 6, 5, 0 })]
    [InlineData(new byte[] { 1, 1, 1, (byte)'a', 5, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff })]
    [InlineData(new byte[] { 1, 1, 0xff, 0xff, 0xff, 0xff, 0x0f, (byte)'a' })]
    [InlineData(new byte[] { 1, 0, 0 })]
    public void Bytes_that_are_no_row_are_told_to_be_none(byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => RowCodec.Read(Key, "e", bytes));

    private static Row Any(Chance chance)
    {
        var row = new Row(Key);
        for (var cells = chance.Below(8); cells > 0; cells--)
        {
            var name = $"c{chance.Below(20)}";
            _ = chance.Below(6) switch
            {
                0 => row.Set(name, Chance.Whole(chance.Text())),
                1 => row.Set(name, (long)chance.Below(int.MaxValue) * chance.Pick(1L, -1L, 1L << 31)),
                2 => row.Set(name, chance.Pick(0.0, -0.0, double.NaN, double.MaxValue, double.NegativeInfinity, 0.1)),
                3 => row.Set(name, chance.OneIn(2)),
                4 => row.Set(name, RowLimits.MinTime.AddSeconds(chance.Below(int.MaxValue)).AddTicks(chance.Below(1000))),
                _ => row.Set(name, chance.Bytes()),
            };
        }

        return row;
    }
}
