using TokenFunctions.Storage;
using Xunit;

namespace TokenFunctions.Testing;

public abstract partial class TableContract
{
    // More pages than any check has rows: a continuation that leads nowhere ends the check, not the build.
    private const int MostPages = 60;

    [ContractFact]
    public async Task A_query_reads_one_partition_only()
    {
        var table = await FilledAsync(("a", "1"), ("b", "1"), ("b", "2"), ("ba", "1"), ("B", "1"));
        Assert.Equal(["b/1", "b/2"], await AddressesAsync(table, new RowQuery { Partition = "b" }));
        Assert.Empty(await AddressesAsync(table, new RowQuery { Partition = "none" }));
    }

    [ContractFact]
    public async Task A_range_includes_its_first_id_and_excludes_its_end()
    {
        var table = await FilledAsync(("p", "a"), ("p", "b"), ("p", "b1"), ("p", "c"), ("p", "d"));
        Assert.Equal(["p/b", "p/b1"], await AddressesAsync(table, new RowQuery { Partition = "p", From = "b", Before = "c" }));
        Assert.Equal(["p/c", "p/d"], await AddressesAsync(table, new RowQuery { Partition = "p", From = "c" }));
        Assert.Equal(["p/a"], await AddressesAsync(table, new RowQuery { Partition = "p", Before = "b" }));
        Assert.Empty(await AddressesAsync(table, new RowQuery { Partition = "p", From = "b2", Before = "c" }));
    }

    [ContractFact]
    public async Task A_range_is_exclusive_of_its_end_also_without_a_partition()
    {
        var table = await FilledAsync(("p", "a"), ("p", "c"), ("q", "b"), ("q", "c"));
        Assert.Equal(["p/a", "q/b"], await AddressesAsync(table, new RowQuery { Before = "c" }));
        Assert.Equal(["p/c", "q/b", "q/c"], await AddressesAsync(table, new RowQuery { From = "b", PageSize = 1 }));
    }

    [ContractFact]
    public async Task Rows_come_in_ordinal_order_and_upper_and_lower_case_differ()
    {
        var table = await FilledAsync(("p", "b"), ("p", "B"), ("p", "a-"), ("p", "a"), ("p", "_"), ("p", "10"), ("p", "9"), ("P", "z"));
        Assert.Equal(["P/z", "p/10", "p/9", "p/B", "p/_", "p/a", "p/a-", "p/b"], await AddressesAsync(table, new RowQuery()));
    }

    [ContractFact]
    public async Task A_query_of_a_missing_table_is_empty() =>
        Assert.Empty(await AddressesAsync(await TableAsync(), new RowQuery()));

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
    public async Task A_query_gives_cells_and_versions_as_a_read_does()
    {
        var table = await TableAsync();
        await table.InsertAsync(New("a").Set("n", 7L).Set("b", [1, 2]), None);
        var read = await table.GetAsync(Key, None);
        var row = Assert.Single((await table.QueryAsync(new RowQuery(), null, None)).Rows);
        Assert.Equal(read!.ETag, row.ETag);
        Assert.Equal(read.Cells, row.Cells);
        Assert.True((await table.ReplaceAsync(New("b"), row.ETag!, None)).Written);
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

    private async Task<ITable> FilledAsync(params (string Partition, string Id)[] addresses)
    {
        var table = await TableAsync();
        foreach (var (partition, id) in addresses) await table.InsertAsync(new Row(new RowKey(partition, id)), None);
        return table;
    }

    private static async Task<List<string>> AddressesAsync(ITable table, RowQuery query, string? continuation = null)
    {
        var found = new List<string>();
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await table.QueryAsync(query, continuation, None);
            found.AddRange(page.Rows.Select(r => $"{r.Key.Partition}/{r.Key.Id}"));
            continuation = page.Continuation;
            if (continuation is null) return found;
        }

        throw new InvalidOperationException("The pages do not end.");
    }
}
