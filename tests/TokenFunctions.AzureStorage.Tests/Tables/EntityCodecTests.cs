using System.Text;
using System.Text.Json;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage.Tests.Tables;

public sealed class EntityCodecTests
{
    private static readonly RowKey Key = new("p", "r");

    [Fact]
    public void Cells_become_typed_properties()
    {
        var row = new Row(Key).Set("n", 9007199254740993).Set("t", "é").Set("f", true).Set("x", 0.5).Set("b", [1, 2])
            .Set("d", new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.FromHours(9)).AddTicks(7));
        Assert.Equal(
            """{"PartitionKey":"p","RowKey":"r","write__id":"w","b@odata.type":"Edm.Binary","b":"AQI=","d@odata.type":"Edm.DateTime","d":"2026-01-01T00:00:00.0000007Z","f":true,"n@odata.type":"Edm.Int64","n":"9007199254740993","t":"é","x@odata.type":"Edm.Double","x":0.5}""",
            Json(row));
    }

    [Fact]
    public void A_long_text_is_split_at_32_K_characters_and_never_inside_a_pair()
    {
        using var json = JsonDocument.Parse(Json(new Row(Key).Set("t", "a" + string.Concat(Enumerable.Repeat("🔑", 20_000)))));
        Assert.Equal(32_767, json.RootElement.GetProperty("t").GetString()!.Length);
        Assert.Equal(7_234, json.RootElement.GetProperty("t__1").GetString()!.Length);
        Assert.False(json.RootElement.TryGetProperty("t__2", out _));
    }

    [Fact]
    public void Long_bytes_are_split_at_64_KiB()
    {
        using var json = JsonDocument.Parse(Json(new Row(Key).Set("b", new byte[65_537])));
        Assert.Equal(65_536, json.RootElement.GetProperty("b").GetBytesFromBase64().Length);
        Assert.Single(json.RootElement.GetProperty("b__1").GetBytesFromBase64());
        Assert.Equal("Edm.Binary", json.RootElement.GetProperty("b__1@odata.type").GetString());
    }

    [Fact]
    public void Parts_are_joined_in_their_order_whatever_the_order_of_the_properties()
    {
        var row = Read("""{"t__10":"k","t__2":"c","t":"a","t__1":"b","t__9":"j","t2":"other"}""");
        Assert.Equal("abcjk", row.Text("t"));
        Assert.Equal("other", row.Text("t2"));
    }

    [Theory]
    [InlineData("1", 1d)]
    [InlineData("1.5", 1.5)]
    [InlineData("1E+308", 1E+308)]
    public void A_number_without_a_type_is_a_real(string number, double value) =>
        Assert.Equal(value, Read($$"""{"c":{{number}}}""").Real("c"));

    [Fact]
    public void Of_a_part_that_comes_twice_the_last_one_counts() =>
        Assert.Equal("ac", Read("""{"t__1":"b","t":"a","t__1":"c"}""").Text("t"));

    [Fact]
    public void Addresses_and_version_may_come_last()
    {
        const string Json = """{"t":"a","n\u0040odata.type":"Edm.Int64","n":"5","RowKey":"r","PartitionKey":"p","odata.etag":"v"}""";
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(Json));
        json.Read();
        var row = EntityCells.Read(ref json, null).Row;
        Assert.Equal((new RowKey("p", "r"), "v", "a", 5L), (row.Key, row.ETag, row.Text("t"), row.Number("n")));
    }

    [Theory]
    [InlineData("NaN", double.NaN)]
    [InlineData("Infinity", double.PositiveInfinity)]
    [InlineData("-INF", double.NegativeInfinity)]
    [InlineData("-0.25", -0.25)]
    public void Reals_may_come_as_text(string text, double value) =>
        Assert.Equal(value, Read($$"""{"c@odata.type":"Edm.Double","c":"{{text}}"}""").Real("c"));

    [Fact]
    public void What_the_service_adds_is_no_cell()
    {
        var row = Read("""{"odata.metadata":"m","Timestamp@odata.type":"Edm.DateTime","Timestamp":"2026-01-01T00:00:00Z","write__id":"w","n":null,"t":"a"}""");
        Assert.Equal(["t"], row.Cells.Keys);
        Assert.Equal("v", row.ETag);
    }

    private static string Json(Row row) => Encoding.UTF8.GetString(EntityWriting.Json(row, "w").Span);

    private static Row Read(string properties)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes("""{"PartitionKey":"p","RowKey":"r","odata.etag":"v",""" + properties[1..]));
        json.Read();
        return EntityCells.Read(ref json, null).Row;
    }
}
