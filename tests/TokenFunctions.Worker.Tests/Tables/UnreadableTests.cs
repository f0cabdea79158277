using System.Net;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Accounts;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Worker.Tests.Tables;

/// <summary>Answers that are no entities are told as such, whatever the client throws at them.</summary>
public sealed class UnreadableTests : IDisposable
{
    private static readonly RowKey Key = new("p", "r");
    private readonly ScriptedHandler network = new();

    private StoreAccess Access => new(AzuriteServer.ConnectionStringBy(9)) { Transport = network.Transport() };

    private ITable Table => Stores.Open(Access).Open("tokens");

    private static CancellationToken None => CancellationToken.None;

    public void Dispose() => network.Dispose();

    [Fact]
    public async Task A_row_of_another_writer_is_read()
    {
        network.Answer(HttpStatusCode.OK, """
            {"PartitionKey":"p","RowKey":"r","odata.etag":"v","odata.metadata":"m","Timestamp":"2026-01-01T00:00:00Z",
             "i":5,"w":1.0,"n":null,"g@odata.type":"Edm.Guid","g":"00000000-0000-0000-0000-000000000001",
             "h@odata.type":"Edm.Double","h":"-Infinity"}
            """);
        var row = (await Table.GetAsync(Key, None))!;
        Assert.Equal(["g", "h", "i", "w"], row.Cells.Keys);
        Assert.Equal(("v", 5d, 1d), (row.ETag, row.Real("i"), row.Real("w")));
        Assert.Equal(("00000000-0000-0000-0000-000000000001", double.NegativeInfinity), (row.Text("g"), row.Real("h")));
    }

    [Theory]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","odata.etag":"v","n@odata.type":"Edm.Int64","n":"99999999999999999999"}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","odata.etag":"v","t":"a","t__1":true}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","odata.etag":"v","d@odata.type":"Edm.DateTime","d":"never"}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","odata.etag":"v","n@odata.type":"Edm.Int64"}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","odata.etag":"v","t":{"a":1}}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","odata.etag":"v","t":"a","t":"b"}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r"}""")]
    [InlineData("""{"PartitionKey":"p","odata.etag":"v"}""")]
    [InlineData("""{"PartitionKey":null,"RowKey":"r","odata.etag":"v"}""")]
    [InlineData("null")]
    public Task An_entity_that_is_none_is_a_store_that_cannot_be_read(string json) => FailsAsync(json);

    [Fact]
    public async Task An_entity_that_was_damaged_is_read_or_told_to_be_none()
    {
        network.Answer(HttpStatusCode.OK, EntityText.Whole);
        Assert.Equal(["b", "d", "f", "n", "t", "x", "z"], (await Table.GetAsync(Key, None))!.Cells.Keys);
        for (var seed = 0; seed < 400; seed++)
        {
            var chance = new Chance(seed);
            await ReadAsync(JsonMutation.Of(EntityText.Whole, chance, 1 + chance.Below(3)));
            await ReadAsync(chance.Damage(EntityText.Whole));
        }
    }

    private async Task FailsAsync(string json)
    {
        network.Answer(HttpStatusCode.OK, json);
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => Table.GetAsync(Key, None));
        Assert.Contains("cannot be read", e.Message, StringComparison.Ordinal);
        network.Answer(HttpStatusCode.OK, $"{{\"value\":[{json}]}}");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Table.QueryAsync(new RowQuery(), null, None));
    }

    private async Task ReadAsync(string json)
    {
        network.Answer(HttpStatusCode.OK, json).Answer(HttpStatusCode.OK, $"{{\"value\":[{json}]}}");
        Exception?[] told =
        [
            await Record.ExceptionAsync(() => Table.GetAsync(Key, None)),
            await Record.ExceptionAsync(() => Table.QueryAsync(new RowQuery(), null, None)),
        ];
        Assert.All(told, e => Assert.True(e is null or StoreUnavailableException, $"{e} came of {json}"));
    }
}
