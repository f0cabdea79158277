using System.Security.Cryptography;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Accounts;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Worker.Tests.Tables;

/// <summary>Two hosts may share a table, and a deployment may change its host: each store reads what the other
/// wrote.</summary>
[Collection(OneAzurite.Name)]
[Against("Azurite")]
public sealed class SharedTableTests(AzuriteServer server)
{
    private static readonly RowKey Key = new("p", "r");
    private readonly string name = "shared" + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 20);

    private ITable Ours => Stores.Open(new StoreAccess(server.ConnectionString)).Open(name);

    private ITable Theirs => Stores.OpenOther(new StoreAccess(server.ConnectionString)).Open(name);

    private static CancellationToken None => CancellationToken.None;

    private static Row Everything => new Row(Key)
        .Set("text", "häß 令牌 🔑\0\u2028").Set("empty", "")
        .Set("long", "a" + string.Concat(Enumerable.Repeat("🔑", 40_000)))
        .Set("number", long.MinValue).Set("small", 5).Set("flag", true).Set("off", false)
        .Set("real", 0.1).Set("whole", 1.0).Set("vast", 1e21).Set("nan", double.NaN).Set("minus", -0.0).Set("zero", 0.0)
        .Set("high", double.PositiveInfinity).Set("low", double.NegativeInfinity).Set("most", double.MaxValue)
        .Set("time", new DateTimeOffset(2026, 2, 28, 23, 59, 59, TimeSpan.Zero).AddTicks(1234567))
        .Set("first", RowLimits.MinTime).Set("last", DateTimeOffset.MaxValue).Set("bytes", [0, 255]).Set("none", [])
        .Set("many", [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 7))]);

    [NodeTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_of_all_types_is_read_as_it_was_written(bool oursWrites)
    {
        var (writer, reader) = oursWrites ? (Ours, Theirs) : (Theirs, Ours);
        var written = await writer.InsertAsync(Everything, None);
        await SameAsync(reader, Everything, written.ETag!);
        var row = Everything.Set("long", "short").Set("many", [1]).Set("nan", (double?)null);
        await SameAsync(reader, row, await writer.UpsertAsync(row, None));
    }

    [NodeTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Any_row_is_read_as_it_was_written(bool oursWrites)
    {
        var (writer, reader) = oursWrites ? (Ours, Theirs) : (Theirs, Ours);
        for (var seed = 0; seed < 200; seed++)
        {
            var row = AnyRow.At(Key, new Chance(seed));
            await SameAsync(reader, row, await writer.UpsertAsync(row, None));
        }
    }

    [NodeTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_version_that_one_read_counts_for_the_other(bool oursWrites)
    {
        var (writer, other) = oursWrites ? (Ours, Theirs) : (Theirs, Ours);
        await writer.InsertAsync(new Row(Key).Set("t", "a"), None);
        var read = (await other.GetAsync(Key, None))!;
        Assert.True((await other.ReplaceAsync(new Row(Key).Set("t", "b"), read.ETag!, None)).Written);
        Assert.Equal(WriteOutcome.Changed, (await writer.ReplaceAsync(new Row(Key), read.ETag!, None)).Outcome);
        Assert.Equal(WriteOutcome.Exists, (await writer.InsertAsync(new Row(Key), None)).Outcome);
        var newest = (await writer.GetAsync(Key, None))!;
        Assert.Equal(WriteOutcome.Written, await writer.DeleteAsync(Key, newest.ETag!, None));
        Assert.Null(await other.GetAsync(Key, None));
    }

    // The same properties, so that nothing of one store's row is left to the other: names, parts, types, write id.
    [NodeFact]
    public async Task Both_write_the_same_entity()
    {
        await Ours.UpsertAsync(Everything, None);
        var ours = await StoredEntity.ReadAsync(server, name, Key);
        await Theirs.UpsertAsync(Everything, None);
        var theirs = await StoredEntity.ReadAsync(server, name, Key);
        Assert.Equal(theirs, ours);
        Assert.Contains(ours, property => property.StartsWith("long__2: \"", StringComparison.Ordinal));
        Assert.Contains("write__id", ours);
        Assert.Contains("minus__bits@odata.type: \"Edm.Int64\"", ours);
    }

    private static async Task SameAsync(ITable reader, Row written, string etag)
    {
        var read = (await reader.GetAsync(Key, None))!;
        Assert.Equal(etag, read.ETag);
        Assert.Equal(written.Cells.Keys, read.Cells.Keys);
        Assert.All(written.Cells, cell => Assert.Equal(Exact(cell.Value), Exact(read.Cells[cell.Key])));
        var listed = Assert.Single((await reader.QueryAsync(new RowQuery(), null, None)).Rows);
        Assert.Equal(etag, listed.ETag);
        Assert.Equal(read.Cells, listed.Cells);
    }

    // A zero and a zero with a sign are equal.
    private static object Exact(object value) => value is double real ? BitConverter.DoubleToInt64Bits(real) : value;
}
