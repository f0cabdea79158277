using TokenFunctions.Storage.Tables;
using Xunit;

namespace TokenFunctions.Testing;

public abstract partial class TableContract
{
    private const int Callers = 50;

    [ContractFact]
    public async Task Of_many_replaces_of_one_version_exactly_one_is_written()
    {
        var table = await TableAsync();
        var etag = (await table.InsertAsync(New("start"), None)).ETag!;
        var results = await AllAsync(i => table.ReplaceAsync(New($"{i}"), etag, None));
        var winner = Assert.Single(results, r => r.Result.Written);
        Assert.All(results.Where(r => r != winner), r => Assert.Equal(WriteOutcome.Changed, r.Result.Outcome));
        var row = await table.GetAsync(Key, None);
        Assert.Equal($"{winner.Caller}", row!.Text("t"));
        Assert.Equal(winner.Result.ETag, row.ETag);
    }

    [ContractFact]
    public async Task Of_many_inserts_of_one_row_exactly_one_is_written()
    {
        var table = await TableAsync();
        var results = await AllAsync(i => table.InsertAsync(New($"{i}"), None));
        var winner = Assert.Single(results, r => r.Result.Written);
        Assert.All(results.Where(r => r != winner), r => Assert.Equal(WriteOutcome.Exists, r.Result.Outcome));
        Assert.Equal($"{winner.Caller}", (await table.GetAsync(Key, None))!.Text("t"));
    }

    [ContractFact]
    public async Task Of_many_deletes_of_one_version_exactly_one_is_written()
    {
        var table = await TableAsync();
        var etag = (await table.InsertAsync(New("start"), None)).ETag!;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => table.DeleteAsync(Key, etag, None))));
        Assert.Single(outcomes, WriteOutcome.Written);
        Assert.Equal(Callers - 1, outcomes.Count(o => o == WriteOutcome.Missing));
    }

    [ContractFact]
    public async Task A_counter_that_many_raise_loses_nothing()
    {
        var table = await TableAsync();
        await table.InsertAsync(new Row(Key).Set("n", 0L), None);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => RaiseAsync(table, times: 5))));
        Assert.Equal(40, (await table.GetAsync(Key, None))!.Number("n"));
    }

    private static async Task RaiseAsync(ITable table, int times)
    {
        // A table that never takes a write must fail the check and not hang it.
        for (var tries = 0; times > 0; tries++)
        {
            Assert.True(tries < 2000, "The counter could not be raised.");
            var row = (await table.GetAsync(Key, None))!;
            var next = new Row(Key).Set("n", row.Number("n") + 1);
            if ((await table.ReplaceAsync(next, row.ETag!, None)).Written) times--;
        }
    }

    private static Task<(int Caller, WriteResult Result)[]> AllAsync(Func<int, Task<WriteResult>> write) =>
        Task.WhenAll(Enumerable.Range(0, Callers).Select(i => Task.Run(async () => (i, await write(i)))));
}
