using TokenFunctions.Storage.Tables;
using Xunit;

namespace TokenFunctions.Testing;

public abstract partial class TableContract
{
    [ContractFact]
    public async Task A_row_that_was_inserted_can_be_read()
    {
        var table = await TableAsync();
        var result = await table.InsertAsync(New("a"), None);
        var row = await table.GetAsync(Key, None);
        Assert.True(result.Written);
        Assert.Equal(Key, row!.Key);
        Assert.Equal(result.ETag, row.ETag);
        Assert.Equal("a", row.Text("t"));
        Assert.Single(row.Cells);
    }

    [ContractFact]
    public async Task A_missing_row_reads_as_null()
    {
        var table = await TableAsync();
        Assert.Null(await table.GetAsync(Key, None));
        await table.InsertAsync(New("a"), None);
        Assert.Null(await table.GetAsync(Key with { Id = "other" }, None));
        Assert.Null(await table.GetAsync(Key with { Partition = "other" }, None));
    }

    [ContractFact]
    public async Task Inserting_an_existing_row_changes_nothing()
    {
        var table = await TableAsync();
        var first = await table.InsertAsync(New("a"), None);
        Assert.Equal(new WriteResult(WriteOutcome.Exists, null), await table.InsertAsync(New("b"), None));
        var row = await table.GetAsync(Key, None);
        Assert.Equal("a", row!.Text("t"));
        Assert.Equal(first.ETag, row.ETag);
    }

    [ContractFact]
    public async Task An_unchanged_row_is_replaced()
    {
        var table = await TableAsync();
        var first = await table.InsertAsync(New("a"), None);
        var second = await table.ReplaceAsync(New("b"), first.ETag!, None);
        Assert.True(second.Written);
        var row = await table.GetAsync(Key, None);
        Assert.Equal("b", row!.Text("t"));
        Assert.Equal(second.ETag, row.ETag);
    }

    [ContractFact]
    public async Task A_changed_row_is_not_replaced()
    {
        var table = await TableAsync();
        var first = await table.InsertAsync(New("a"), None);
        var second = await table.ReplaceAsync(New("b"), first.ETag!, None);
        Assert.Equal(new WriteResult(WriteOutcome.Changed, null), await table.ReplaceAsync(New("c"), first.ETag!, None));
        var row = await table.GetAsync(Key, None);
        Assert.Equal("b", row!.Text("t"));
        Assert.Equal(second.ETag, row.ETag);
    }

    [ContractFact]
    public async Task A_missing_row_is_not_replaced()
    {
        var table = await TableAsync();
        Assert.Equal(WriteOutcome.Missing, (await table.ReplaceAsync(New("a"), await SomeETagAsync(table), None)).Outcome);
        Assert.Null(await table.GetAsync(Key, None));
    }

    [ContractFact]
    public async Task Replacing_leaves_none_of_the_old_cells()
    {
        var table = await TableAsync();
        var first = await table.InsertAsync(New("a").Set("n", 1L).Set("f", true), None);
        await table.ReplaceAsync(new Row(Key).Set("n", 2L), first.ETag!, None);
        Assert.Equal(["n"], (await table.GetAsync(Key, None))!.Cells.Keys);
    }

    [ContractFact]
    public async Task Upsert_writes_whether_the_row_exists_or_not()
    {
        var table = await TableAsync();
        var first = await table.UpsertAsync(New("a").Set("n", 1L), None);
        Assert.Equal(first, (await table.GetAsync(Key, None))!.ETag);
        var second = await table.UpsertAsync(New("b"), None);
        var row = await table.GetAsync(Key, None);
        Assert.NotEqual(first, second);
        Assert.Equal(second, row!.ETag);
        Assert.Equal("b", row.Text("t"));
        Assert.Equal(["t"], row.Cells.Keys);
    }

    private static async Task<string> SomeETagAsync(ITable table) =>
        (await table.InsertAsync(new Row(new RowKey("elsewhere", "row")), None)).ETag!;
}
