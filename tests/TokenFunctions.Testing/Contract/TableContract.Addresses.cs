using TokenFunctions.Storage.Tables;
using Xunit;

namespace TokenFunctions.Testing;

public abstract partial class TableContract
{
    [ContractFact]
    public async Task Every_allowed_character_can_stand_in_an_address()
    {
        var table = await TableAsync();
        var allowed = new string([.. Enumerable.Range(0x21, 0x5e).Select(i => (char)i).Where(c => !"/\\#?'".Contains(c, StringComparison.Ordinal))]);
        foreach (var part in new[] { allowed, "a%2Fb", "..", ".", "a b".Replace(' ', '+'), "\"", "realm+17" })
        {
            var key = new RowKey(part, part);
            var etag = (await table.InsertAsync(new Row(key).Set("t", part), None)).ETag!;
            Assert.Equal(part, (await table.GetAsync(key, None))!.Text("t"));
            var found = await table.QueryAsync(new RowQuery { Partition = part, From = part }, null, None);
            Assert.Equal(key, Assert.Single(found.Rows).Key);
            Assert.True((await table.ReplaceAsync(new Row(key), etag, None)).Written);
            Assert.Equal(WriteOutcome.Changed, await table.DeleteAsync(key, etag, None));
        }
    }

    [ContractFact]
    public async Task The_longest_address_can_be_used()
    {
        var table = await TableAsync();
        var key = new RowKey(new string('p', RowKey.MaxLength), new string('r', RowKey.MaxLength));
        await table.InsertAsync(new Row(key).Set("t", "a"), None);
        Assert.Equal("a", (await table.GetAsync(key, None))!.Text("t"));
    }

    [ContractFact]
    public async Task Addresses_that_not_every_store_allows_are_refused()
    {
        var table = await TableAsync();
        foreach (var part in new[] { "", " ", "a b", "a/b", "a\\b", "a#b", "a?b", "a'b", "ä", "a\n", "a\u007f", new string('a', 513) })
            await RefusesAsync(table, part);
        Assert.Empty((await table.QueryAsync(new RowQuery(), null, None)).Rows);
    }

    [ContractFact]
    public async Task Cells_that_not_every_store_allows_are_refused()
    {
        var table = await TableAsync();
        Row[] rows =
        [
            .. new[] { "", "1a", "_a", "a__b", "a-b", "a.b", "ä", "RowKey", "PartitionKey", "Timestamp", new string('a', 65) }
                .Select(name => new Row(Key).Set(name, 1L)),
            new Row(Key).Set("c", RowLimits.MinTime.AddTicks(-1)),
            new Row(Key).Set("c", "half a pair: \ud83d"),
        ];
        foreach (var row in rows) await Assert.ThrowsAsync<ArgumentException>(() => table.InsertAsync(row, None));
        Assert.Null(await table.GetAsync(Key, None));
    }

    private static async Task RefusesAsync(ITable table, string part)
    {
        foreach (var key in new RowKey[] { new(part, "id"), new("part", part) })
        {
            var row = new Row(key);
            await Assert.ThrowsAsync<ArgumentException>(() => table.InsertAsync(row, None));
            await Assert.ThrowsAsync<ArgumentException>(() => table.ReplaceAsync(row, "1", None));
            await Assert.ThrowsAsync<ArgumentException>(() => table.UpsertAsync(row, None));
            await Assert.ThrowsAsync<ArgumentException>(() => table.DeleteAsync(key, "1", None));
            await Assert.ThrowsAsync<ArgumentException>(() => table.GetAsync(key, None));
        }
    }
}
