using TokenFunctions.Storage.Tables;
using Xunit;

namespace TokenFunctions.Testing;

public abstract partial class TableContract
{
    [ContractFact]
    public async Task An_unchanged_row_is_deleted()
    {
        var table = await TableAsync();
        var first = await table.InsertAsync(New("a"), None);
        Assert.Equal(WriteOutcome.Written, await table.DeleteAsync(Key, first.ETag!, None));
        Assert.Null(await table.GetAsync(Key, None));
    }

    [ContractFact]
    public async Task A_changed_row_is_not_deleted()
    {
        var table = await TableAsync();
        var first = await table.InsertAsync(New("a"), None);
        await table.UpsertAsync(New("b"), None);
        Assert.Equal(WriteOutcome.Changed, await table.DeleteAsync(Key, first.ETag!, None));
        Assert.Equal("b", (await table.GetAsync(Key, None))!.Text("t"));
    }

    [ContractFact]
    public async Task Deleting_a_missing_row_tells_so()
    {
        var table = await TableAsync();
        Assert.Equal(WriteOutcome.Missing, await table.DeleteAsync(Key, await SomeETagAsync(table), None));
    }

    [ContractFact]
    public async Task A_version_is_never_used_twice()
    {
        var table = await TableAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < 10; round++)
        {
            var inserted = (await table.InsertAsync(New("a"), None)).ETag!;
            var replaced = (await table.ReplaceAsync(New("a"), inserted, None)).ETag!;
            var upserted = await table.UpsertAsync(New("a"), None);
            Assert.All([inserted, replaced, upserted], etag => Assert.True(seen.Add(etag), $"The version {etag} came twice."));
            await table.DeleteAsync(Key, upserted, None);
        }
    }

    [ContractFact]
    public async Task A_row_made_again_does_not_answer_to_its_old_version()
    {
        var table = await TableAsync();
        var old = (await table.InsertAsync(New("a"), None)).ETag!;
        await table.DeleteAsync(Key, old, None);
        await table.InsertAsync(New("a"), None);
        Assert.Equal(WriteOutcome.Changed, (await table.ReplaceAsync(New("b"), old, None)).Outcome);
        Assert.Equal(WriteOutcome.Changed, await table.DeleteAsync(Key, old, None));
    }
}
