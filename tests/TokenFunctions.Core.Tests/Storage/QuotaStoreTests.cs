using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;

namespace TokenFunctions.Core.Tests.Storage;

public sealed class QuotaStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly QuotaStore store = new(new MemoryTables());

    [Fact]
    public async Task A_row_is_read_back_as_it_was_written()
    {
        var saved = await SaveAsync("60a", Noon);

        Assert.Equal(saved, await ReadAsync("60a"));
        Assert.Equal(("1*2", Noon), (saved.Calls, saved.EndsAt));
        Assert.Null((await ReadAsync("60f")).ETag);
    }

    [Fact]
    public async Task Of_two_who_write_over_the_same_row_one_is_told_no()
    {
        var read = await SaveAsync("60a", Noon);

        Assert.NotNull(await store.TrySaveAsync(read with { Calls = "1*3" }, CancellationToken.None));
        Assert.Null(await store.TrySaveAsync(read with { Calls = "1*4" }, CancellationToken.None));
        Assert.Null(await store.TrySaveAsync(read with { ETag = null }, CancellationToken.None));
        Assert.Equal("1*3", (await ReadAsync("60a")).Calls);
    }

    [Fact]
    public async Task Rows_whose_calls_count_no_more_are_removed_and_others_stay()
    {
        await SaveAsync("60a", Noon.AddSeconds(-1));
        await SaveAsync("60f", Noon);

        Assert.Equal(1, await store.RemoveEndedAsync(Noon, CancellationToken.None));
        Assert.Equal(0, await store.RemoveEndedAsync(Noon, CancellationToken.None));
        Assert.Null((await ReadAsync("60a")).ETag);
        Assert.NotNull((await ReadAsync("60f")).ETag);
    }

    private Task<QuotaRow> ReadAsync(string id) => store.GetAsync("demo", id, CancellationToken.None);

    private async Task<QuotaRow> SaveAsync(string id, DateTimeOffset endsAt) =>
        (await store.TrySaveAsync(new QuotaRow("demo", id) { Calls = "1*2", EndsAt = endsAt }, CancellationToken.None))!;
}
