using TokenFunctions.Storage.Tables;
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
    public async Task A_range_of_partitions_includes_its_first_and_excludes_its_end()
    {
        var table = await FilledAsync(("0a~1", "z"), ("0a~2", "a"), ("0a~2", "b"), ("0a~3", "a"), ("0B~2", "a"), ("0b~2", "a"));
        Assert.Equal(["0a~2/a", "0a~2/b"], await AddressesAsync(table, new RowQuery { PartitionFrom = "0a~2", PartitionBefore = "0a~3" }));
        Assert.Equal(["0a~3/a", "0b~2/a"], await AddressesAsync(table, new RowQuery { PartitionFrom = "0a~3" }));
        Assert.Equal(["0B~2/a", "0a~1/z"], await AddressesAsync(table, new RowQuery { PartitionBefore = "0a~2" }));
        Assert.Empty(await AddressesAsync(table, new RowQuery { PartitionFrom = "0a~4", PartitionBefore = "0b~" }));
    }

    [ContractFact]
    public async Task A_range_of_partitions_is_paged_and_narrowed_like_any_query()
    {
        var table = await FilledAsync([.. Enumerable.Range(0, 20).Select(i => ($"p{i % 5}", $"{i:00}"))]);
        var range = new RowQuery { PartitionFrom = "p1", PartitionBefore = "p4" };
        var all = await AddressesAsync(table, range);
        Assert.Equal(12, all.Count);
        foreach (var size in new[] { 1, 5, 12 }) Assert.Equal(all, await AddressesAsync(table, range with { PageSize = size }));
        Assert.Equal(["p1/06", "p2/07", "p3/08"], await AddressesAsync(table, range with { From = "05", Before = "10", PageSize = 2 }));
        Assert.Equal(4, (await AddressesAsync(table, range with { Partition = "p2" })).Count);
        Assert.Empty(await AddressesAsync(table, range with { Partition = "p4" }));
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
