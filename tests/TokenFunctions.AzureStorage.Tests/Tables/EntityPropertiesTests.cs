using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage.Tests.Tables;

/// <summary>The rules of entities, which all that write them share.</summary>
public sealed class EntityPropertiesTests
{
    private static readonly RowKey Key = new("p", "r");

    [Fact]
    public void Each_cell_is_a_property_of_its_type_and_the_write_id_is_one_more()
    {
        var time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(7);
        var written = Written(new Row(Key).Set("t", "é").Set("n", 5).Set("x", 0.5).Set("f", true).Set("d", time).Set("b", [1, 2]));
        Assert.Equal(["b", "d", "f", "n", "t", "write__id", "x"], written.Keys.Order());
        Assert.Equal(("é", 5L, 0.5, true, time, "w"), (written["t"], written["n"], written["x"], written["f"], written["d"], written["write__id"]));
        Assert.Equal([1, 2], (byte[])written["b"]);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-0.0)]
    public void A_real_that_not_every_writer_can_write_is_written_as_its_bits(double real)
    {
        var written = Written(new Row(Key).Set("x", real));
        Assert.Equal(BitConverter.DoubleToInt64Bits(real), written["x__bits"]);
        Assert.DoesNotContain("x", written.Keys);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.Epsilon)]
    [InlineData(-double.Epsilon)]
    [InlineData(double.MaxValue)]
    public void Each_other_real_is_written_as_it_is(double real)
    {
        var written = Written(new Row(Key).Set("x", real));
        Assert.Equal(BitConverter.DoubleToInt64Bits(real), BitConverter.DoubleToInt64Bits((double)written["x"]));
        Assert.DoesNotContain("x__bits", written.Keys);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(32 * 1024, 1)]
    [InlineData((32 * 1024) + 1, 2)]
    [InlineData(96 * 1024, 3)]
    public void A_text_has_a_property_for_each_32_K_characters_and_one_where_it_is_empty(int length, int parts)
    {
        var written = Written(new Row(Key).Set("t", new string('a', length)));
        Assert.Equal(Names("t", parts), written.Keys.Except(["write__id"]));
        Assert.Equal(length, Names("t", parts).Sum(name => ((string)written[name]).Length));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(64 * 1024, 1)]
    [InlineData((64 * 1024) + 1, 2)]
    public void Bytes_have_a_property_for_each_64_K_and_one_where_there_are_none(int length, int parts)
    {
        var written = Written(new Row(Key).Set("b", new byte[length]));
        Assert.Equal(Names("b", parts), written.Keys.Except(["write__id"]));
        Assert.Equal(length, Names("b", parts).Sum(name => ((byte[])written[name]).Length));
    }

    [Theory]
    [InlineData("t", true, false)]
    [InlineData("t__1", true, true)]
    [InlineData("x__bits", true, true)]
    [InlineData("odata.etag", false, false)]
    [InlineData("t@odata.type", false, false)]
    [InlineData("PartitionKey", false, false)]
    [InlineData("RowKey", false, false)]
    [InlineData("Timestamp", false, false)]
    public void What_is_the_services_own_is_no_cell(string property, bool isCell, bool isPart) =>
        Assert.Equal((isCell, isPart), (EntityNames.IsCell(property), EntityNames.IsPart(property)));

    private static IEnumerable<string> Names(string cell, int parts) =>
        Enumerable.Range(0, parts).Select(part => part == 0 ? cell : $"{cell}__{part}");

    private static Dictionary<string, object> Written(Row row)
    {
        var properties = new WrittenProperties();
        EntityProperties.Write(row, "w", properties);
        return properties.Values;
    }
}
