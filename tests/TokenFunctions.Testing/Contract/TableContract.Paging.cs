using TokenFunctions.Storage.Tables;
using Xunit;

namespace TokenFunctions.Testing;

public abstract partial class TableContract
{
    [ContractFact]
    public async Task Pages_hold_all_rows_once_over_partitions()
    {
        var table = await FilledAsync([.. Enumerable.Range(0, 23).Select(i => ($"p{i % 3}", $"{i:00}"))]);
        var all = await AddressesAsync(table, new RowQuery());
        foreach (var size in new[] { 1, 4, 22, 23, 24 })
            Assert.Equal(all, await AddressesAsync(table, new RowQuery { PageSize = size }));
        Assert.Equal(23, all.Count);
        Assert.Equal(8, (await AddressesAsync(table, new RowQuery { Partition = "p0", PageSize = 3 })).Count);
    }

    [ContractFact]
    public async Task A_page_is_not_larger_than_asked_for()
    {
        var table = await FilledAsync(("p", "1"), ("p", "2"), ("p", "3"));
        var page = await table.QueryAsync(new RowQuery { PageSize = 2 }, null, None);
        Assert.InRange(page.Rows.Count, 0, 2);
        Assert.NotNull(page.Continuation);
    }

    [ContractFact]
    public async Task Rows_that_go_between_two_pages_hide_no_others()
    {
        var table = await FilledAsync([.. Enumerable.Range(0, 10).Select(i => ("p", $"{i}"))]);
        var query = new RowQuery { Partition = "p", PageSize = 4 };
        var first = await table.QueryAsync(query, null, None);
        foreach (var id in new[] { "0", "3", "4" }) await RemoveAsync(table, new RowKey("p", id));
        Assert.Equal(["0", "1", "2", "3"], first.Rows.Select(r => r.Key.Id));
        Assert.Equal(["p/5", "p/6", "p/7", "p/8", "p/9"], await AddressesAsync(table, query, first.Continuation));
    }

    [ContractFact]
    public async Task Rows_that_come_between_two_pages_repeat_no_others()
    {
        var table = await FilledAsync([.. Enumerable.Range(0, 8).Select(i => ("p", $"{i}"))]);
        var query = new RowQuery { Partition = "p", PageSize = 4 };
        var first = await table.QueryAsync(query, null, None);
        foreach (var id in new[] { "00", "11", "9" }) await table.InsertAsync(new Row(new RowKey("p", id)), None);
        Assert.Equal(["p/4", "p/5", "p/6", "p/7", "p/9"], await AddressesAsync(table, query, first.Continuation));
    }

    [ContractFact]
    public async Task A_page_of_no_rows_cannot_be_asked_for()
    {
        var table = await TableAsync();
        foreach (var size in new[] { 0, -1, 1001 })
            await Assert.ThrowsAsync<ArgumentException>(() => table.QueryAsync(new RowQuery { PageSize = size }, null, None));
    }

    private static async Task RemoveAsync(ITable table, RowKey key) =>
        await table.DeleteAsync(key, (await table.GetAsync(key, None))!.ETag!, None);
}
