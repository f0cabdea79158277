using TokenFunctions.Registry;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Registry;

public sealed class RealmCatalogTests
{
    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public async Task A_stored_config_that_cannot_be_read_is_a_realm_without_a_plan(string config)
    {
        var time = new ManualTime();
        var store = new RealmStore(new MemoryTables(), new StoreClock(time));
        await store.SaveAsync(new("demo", config), _ => true, CancellationToken.None);

        var entry = await new RealmCatalog(store, new BrokerTimes(), time).FindAsync("demo", CancellationToken.None);

        Assert.NotNull(entry);
        Assert.Null(entry.Plan);
    }
}
