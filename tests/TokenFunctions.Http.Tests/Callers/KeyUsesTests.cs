using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests.Callers;

public sealed class KeyUsesTests
{
    private readonly ManualTime time = new(Samples.Noon);
    private readonly FlakyTables tables = new();
    private readonly Background background = new(TaskScheduler.Default, NullLogger<Background>.Instance);
    private readonly KeyUseStore store;
    private readonly KeyUses uses;

    public KeyUsesTests()
    {
        store = new KeyUseStore(tables);
        uses = new KeyUses(store, background, new StoreClock(time));
    }

    [Fact]
    public async Task A_use_is_noted_every_ten_minutes()
    {
        for (var minute = 0; minute < 25; minute++)
        {
            for (var n = 0; n < 100; n++) uses.Note("a", "k");
            await background.DrainAsync();
            time.Advance(TimeSpan.FromMinutes(1));
        }

        uses.Note("a", "l");
        Assert.Equal(Samples.Noon.AddMinutes(20), (await ReadAsync())[("a", "k")]);
        Assert.Equal(Samples.Noon.AddMinutes(25), (await ReadAsync())[("a", "l")]);
    }

    [Fact]
    public async Task Of_many_at_once_one_writes()
    {
        var writes = 0;
        tables.BeforeWrite = () => Interlocked.Increment(ref writes);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => uses.Note("a", "k"))));
        await background.DrainAsync();
        Assert.Equal(1, writes);
    }

    [Fact]
    public async Task A_use_that_cannot_be_written_is_lost_and_nobody_is_told()
    {
        tables.Fault = new StoreUnavailableException();
        uses.Note("a", "k");
        await background.DrainAsync();
        tables.Fault = null;
        Assert.Empty(await ReadAsync());
        time.Advance(TimeSpan.FromMinutes(10));
        uses.Note("a", "k");
        Assert.Single(await ReadAsync());
    }

    private async Task<IReadOnlyDictionary<(string Caller, string Key), DateTimeOffset>> ReadAsync()
    {
        await background.DrainAsync();
        return await store.ReadAsync(null, default);
    }
}
