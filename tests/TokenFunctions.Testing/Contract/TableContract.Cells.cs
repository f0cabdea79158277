using TokenFunctions.Storage.Tables;
using Xunit;

namespace TokenFunctions.Testing;

public abstract partial class TableContract
{
    [ContractFact]
    public async Task Numbers_survive_exactly()
    {
        foreach (var value in new[] { 0, 1, -1, 9007199254740993, long.MinValue, long.MaxValue, int.MaxValue, int.MinValue })
            Assert.Equal(value, (await RoundTripAsync(new Row(Key).Set("c", value))).Number("c"));
    }

    [ContractFact]
    public async Task Reals_survive_exactly()
    {
        double[] values =
        [
            0, -0.0, 1, -1, 0.1 + 0.2, 1d / 3, 1e15, 1e21, 123456789012345680, double.MaxValue, double.MinValue, double.Epsilon,
            double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        ];
        foreach (var value in values)
        {
            var read = (await RoundTripAsync(new Row(Key).Set("c", value))).Real("c");
            Assert.True(read is { } r && BitConverter.DoubleToInt64Bits(r) == BitConverter.DoubleToInt64Bits(value), $"{value:R} came back as {read:R}.");
        }
    }

    [ContractFact]
    public async Task Times_survive_to_100_ns()
    {
        DateTimeOffset[] values =
        [
            new DateTimeOffset(2026, 2, 28, 23, 59, 59, TimeSpan.Zero).AddTicks(1234567), DateTimeOffset.UnixEpoch.AddTicks(1),
            DateTimeOffset.UnixEpoch, RowLimits.MinTime, DateTimeOffset.MaxValue, new(2026, 1, 1, 3, 0, 0, TimeSpan.FromHours(9)),
        ];
        foreach (var value in values)
        {
            var read = (await RoundTripAsync(new Row(Key).Set("c", value))).Time("c");
            Assert.Equal(value.UtcTicks, read?.UtcTicks);
            Assert.Equal(TimeSpan.Zero, read?.Offset);
        }
    }

    [ContractFact]
    public async Task Texts_survive_exactly()
    {
        foreach (var value in new[] { "", " ", "a", "häß", "令牌", "🔑\u200d🔒", "\0\t\r\n\u007f\u2028", "\"\\/<>&'", "2026-01-01T00:00:00Z", "12" })
            Assert.Equal(value, (await RoundTripAsync(new Row(Key).Set("c", value))).Text("c"));
    }

    [ContractFact]
    public async Task Bytes_and_flags_survive_exactly()
    {
        foreach (var value in new byte[][] { [], [0], [.. Enumerable.Range(0, 256).Select(i => (byte)i)] })
            Assert.Equal(value, (await RoundTripAsync(new Row(Key).Set("c", value))).Bytes("c"));
        Assert.True((await RoundTripAsync(new Row(Key).Set("c", true))).Flag("c"));
        Assert.False((await RoundTripAsync(new Row(Key).Set("c", false))).Flag("c"));
    }

    [ContractFact]
    public async Task A_row_may_be_without_cells_and_may_have_many()
    {
        Assert.Empty((await RoundTripAsync(new Row(Key))).Cells);
        var row = new Row(Key);
        for (var i = 0; i < RowLimits.MaxCells; i++) row.Set($"c{i}", (long)i);
        Assert.Equal(row.Cells, (await RoundTripAsync(row)).Cells);
    }

    [ContractFact]
    public async Task A_row_that_was_read_or_written_is_apart_from_the_store()
    {
        var table = await TableAsync();
        var bytes = new byte[] { 1, 2, 3 };
        var written = New("a").Set("b", bytes);
        await table.InsertAsync(written, None);
        written.Set("t", "changed");
        bytes[0] = 9;
        var read = (await table.GetAsync(Key, None))!;
        Assert.Equal("a", read.Text("t"));
        read.Set("t", "changed").Bytes("b")![0] = 9;
        var listed = Assert.Single((await table.QueryAsync(new RowQuery(), null, None)).Rows);
        Assert.Equal(("a", (byte)1), (listed.Text("t"), listed.Bytes("b")![0]));
        listed.Set("t", "changed");
        Assert.Equal("a", (await table.GetAsync(Key, None))!.Text("t"));
    }

    private async Task<Row> RoundTripAsync(Row row)
    {
        var table = await TableAsync();
        await table.UpsertAsync(row, None);
        var read = await table.GetAsync(row.Key, None);
        Assert.Equal(row.Cells.Keys, read!.Cells.Keys);
        return read;
    }
}
