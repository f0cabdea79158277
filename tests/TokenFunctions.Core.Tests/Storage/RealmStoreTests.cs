using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Storage;

public sealed class RealmStoreTests
{
    private readonly WatchedTables tables = new(new MemoryTables());
    private readonly RealmStore store;

    public RealmStoreTests() => store = new RealmStore(tables, new StoreClock(new ManualTime()));

    [Fact]
    public async Task Of_two_who_save_at_once_the_second_sees_the_first()
    {
        tables.Realms.BeforeWrite(1, async () => await Save("{\"by\":\"first\"}"));

        var saved = await Save("{\"by\":\"second\"}");

        var found = await store.FindAsync("demo", CancellationToken.None);
        Assert.Equal("{\"by\":\"second\"}", found!.Config);
        Assert.Equal(saved!.Version, found.Version);
        Assert.Equal(3, tables.Realms.Writes);
    }

    [Fact]
    public async Task Who_demands_the_version_that_was_read_is_refused_when_another_came_between()
    {
        var old = await Save("{\"v\":1}");
        tables.Realms.BeforeWrite(1, async () => await Save("{\"v\":2}"));

        var refused = await store.SaveAsync(new("demo", "{\"v\":3}"), r => r?.Version == old!.Version, CancellationToken.None);

        Assert.Null(refused);
        Assert.Equal("{\"v\":2}", (await store.FindAsync("demo", CancellationToken.None))!.Config);
    }

    [Fact]
    public async Task Versions_grow_also_within_one_instant_and_the_first_time_stays()
    {
        var first = await Save("{}");
        var second = await Save("{}");

        Assert.True(second!.Version > first!.Version);
        Assert.Equal(first.CreatedAt, second.CreatedAt);
        Assert.False(await store.RemoveAsync(first, CancellationToken.None));
        Assert.True(await store.RemoveAsync(second, CancellationToken.None));
        Assert.Empty(await store.ListAsync(CancellationToken.None));
    }

    private Task<TokenFunctions.Realms.Realm?> Save(string config) => store.SaveAsync(new("demo", config), _ => true, CancellationToken.None);
}
