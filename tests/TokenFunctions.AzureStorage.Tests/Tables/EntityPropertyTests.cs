using System.Text;
using TokenFunctions.Properties;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Accounts;

namespace TokenFunctions.AzureStorage.Tests.Tables;

/// <summary>Rows come back out of the service's JSON, and what is no answer of the service is told as such.</summary>
public sealed class EntityPropertyTests
{
    private static readonly RowKey Key = new("p", "r");

    private static readonly string[] Odd =
        ["\"99999999999999999999\"", "\"2026-13-01\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"AQI\"", "1e999", "\"1e999\"", "[]", "{}", "null", "\"\\ud800\"", "5", "true", "\"\"", "\"Edm.Int64\"", "\"Edm.Binary\"", "\"Edm.DateTime\"", "\"Edm.Double\"", "\"Edm.Nothing\""];

    private static readonly string[] Members = ["\"5\"", "\"NaN\"", "\"AQI=\"", "\"AQ==\"", "\"b\"", "true", "\"2026-01-01T00:00:00.0000007Z\"", "\"Edm.Int64\"", "\"Edm.Binary\"", "\"Edm.Double\"", "\"Edm.DateTime\"", "\"p\"", "\"-9223372036854775808\""];

    [Fact]
    public void A_row_comes_back() => Seeds.Hold(1000, chance =>
    {
        var row = AnyRow.At(Key, chance);
        var read = EntityReading.One(Answer(Encoding.UTF8.GetString(EntityWriting.Json(row, "w").Span))).Row;
        Assert.Equal(row.Cells.Keys, read.Cells.Keys);
        Assert.All(row.Cells, cell => Assert.Equal(cell.Value, read.Cells[cell.Key]));
    });

    [Fact]
    public void What_is_no_entity_is_told_to_be_none() => Seeds.Hold(4000, chance =>
    {
        var text = chance.Below(3) switch
        {
            0 => JsonMutation.Of(EntityText.Whole, chance, 1 + chance.Below(3)),
            1 => Replaced(chance),
            _ => chance.Damage(EntityText.Whole),
        };
        Read(text);
        Read($"{{\"value\":[{text}]}}", page: true);
    });

    [Fact]
    public void The_version_of_the_header_counts_before_that_of_the_entity() =>
        Assert.Equal("\"1\"", EntityReading.One(Answer("""{"odata.etag":"other","PartitionKey":"p","RowKey":"r"}""")).Row.ETag);

    [Theory]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","n@odata.type":"Edm.Int64","n":"99999999999999999999"}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","t":"a","t__1":true}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","b@odata.type":"Edm.Binary","b":"AQI=","b__1":"a"}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","d@odata.type":"Edm.DateTime","d":"never"}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","n@odata.type":"Edm.Int64","m":"5","n":"5"}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","t":{"a":1}}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r"} {}""")]
    [InlineData("""{"PartitionKey":"p"}""")]
    [InlineData("""{"PartitionKey":null,"RowKey":"r"}""")]
    [InlineData("""[]""")]
    public void An_entity_that_is_none_is_a_store_that_cannot_be_read(string json) =>
        Assert.Throws<StoreUnavailableException>(() => EntityReading.One(Answer(json)));

    private static string Replaced(Chance chance)
    {
        var text = EntityText.Whole;
        for (var times = 1 + chance.Below(3); times > 0; times--) text = text.Replace(chance.Pick(Members), chance.Pick(Odd), StringComparison.Ordinal);
        return text;
    }

    private static void Read(string json, bool page = false)
    {
        try
        {
            if (page) EntityReading.Page(Answer(json));
            else Assert.True(EntityReading.One(Answer(json)).Row.Key is { Partition: not null, Id: not null });
        }
        catch (StoreUnavailableException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }

    private static TableAnswer Answer(string json) => new(new StoredResponse(Encoding.UTF8.GetBytes(json)), false);
}
