using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests.Callers;

public sealed class CallerCatalogTests
{
    private const string App = "11111111-2222-3333-4444-555555555555";
    private static readonly TimeSpan Age = new AccessTimes().CallerAge;
    private readonly ManualTime time = new(Samples.Noon);
    private readonly FlakyTables tables = new();
    private readonly CallerStore store;
    private readonly CallerCatalog catalog;

    public CallerCatalogTests()
    {
        store = new CallerStore(tables, new StoreClock(time));
        catalog = new CallerCatalog(store, new AccessTimes(), time);
    }

    [Fact]
    public async Task A_change_of_another_instance_is_seen_after_30_seconds_at_the_latest()
    {
        await SaveAsync(new Caller("a") { Comment = "old" });
        Assert.Equal("old", await CommentAsync("a"));
        await SaveAsync(new Caller("a") { Comment = "new" });
        time.Advance(Age - TimeSpan.FromMilliseconds(1));
        Assert.Equal("old", await CommentAsync("a"));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("new", await CommentAsync("a"));
    }

    [Fact]
    public async Task A_removal_by_another_instance_is_seen_then_too()
    {
        var saved = await SaveAsync(new Caller("a"));
        Assert.NotNull(await FindAsync("a"));
        await store.RemoveAsync(saved, default);
        time.Advance(Age);
        Assert.Null(await FindAsync("a"));
    }

    [Fact]
    public async Task That_there_is_no_such_caller_is_remembered_as_long()
    {
        Assert.Null(await FindAsync("a"));
        await SaveAsync(new Caller("a"));
        tables.Fault = new StoreUnavailableException();
        time.Advance(Age - TimeSpan.FromMilliseconds(1));
        Assert.Null(await FindAsync("a"));
        Assert.True(catalog.Remembers("a"));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(catalog.Remembers("a"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => FindAsync("a"));
        tables.Fault = null;
        Assert.NotNull(await FindAsync("a"));
    }

    [Fact]
    public async Task What_this_instance_changed_is_seen_at_once_by_every_name()
    {
        Assert.Null(await FindAsync("a"));
        Assert.Null(await catalog.FindByAppAsync(App, default));
        var saved = await SaveAsync(new Caller("a") { EntraAppId = App, EntraRole = "r" });
        catalog.Forget(saved);
        Assert.NotNull(await FindAsync("a"));
        Assert.NotNull(await catalog.FindByAppAsync(App, default));
        Assert.NotNull(await catalog.FindByRoleAsync("r", default));

        await store.RemoveAsync(saved, default);
        catalog.Forget(saved);
        Assert.Null(await FindAsync("a"));
        Assert.Null(await catalog.FindByAppAsync(App, default));
        Assert.Null(await catalog.FindByRoleAsync("r", default));
    }

    [Fact]
    public async Task A_caller_by_its_application_is_remembered_too()
    {
        await SaveAsync(new Caller("a") { EntraAppId = App });
        Assert.NotNull(await catalog.FindByAppAsync(App, default));
        Assert.Null(await catalog.FindByRoleAsync("r", default));
        tables.Fault = new StoreUnavailableException();
        Assert.NotNull(await catalog.FindByAppAsync(App, default));
        Assert.Null(await catalog.FindByRoleAsync("r", default));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => FindAsync("a"));
    }

    [Fact]
    public async Task While_the_store_is_down_nobody_who_was_ever_read_is_locked_out()
    {
        await SaveAsync(new Caller("a") { Comment = "known" });
        Assert.Equal("known", await CommentAsync("a"));
        tables.Fault = new StoreUnavailableException();
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("known", await CommentAsync("a"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => FindAsync("b"));
    }

    [Fact]
    public async Task A_flood_of_unknown_ids_neither_grows_the_memory_nor_drives_a_caller_out()
    {
        await SaveAsync(new Caller("a"));
        Assert.NotNull(await FindAsync("a"));
        for (var n = 0; n < (2 * AbsentCallers.MaxEntries) + 1; n++)
        {
            Assert.Null(await FindAsync($"no{n}"));
            if (n % 1000 == 0) Assert.InRange(catalog.AbsentCount, 1, AbsentCallers.MaxEntries);
        }

        tables.Fault = new StoreUnavailableException();
        Assert.NotNull(await FindAsync("a"));
        Assert.InRange(catalog.AbsentCount, 1, AbsentCallers.MaxEntries);
    }

    [Fact]
    public async Task A_read_that_found_nothing_before_a_change_is_not_remembered_after_it()
    {
        var gate = new TaskCompletionSource();
        tables.AfterGet = () => gate.Task;
        var before = FindAsync("a");
        tables.AfterGet = null;
        var saved = await SaveAsync(new Caller("a"));
        catalog.Forget(saved);
        gate.SetResult();
        Assert.Null(await before);
        Assert.NotNull(await FindAsync("a"));
    }

    [Fact]
    public async Task Those_who_ask_together_share_one_read()
    {
        await SaveAsync(new Caller("a"));
        var (gate, reads) = (new TaskCompletionSource(), 0);
        tables.AfterGet = () =>
        {
            reads++;
            return gate.Task;
        };
        var asked = Enumerable.Range(0, 100).Select(_ => FindAsync("a")).ToList();
        gate.SetResult();
        Assert.All(await Task.WhenAll(asked), Assert.NotNull);
        Assert.Equal(1, reads);
    }

    private async Task<Caller> SaveAsync(Caller caller) => (await store.SaveAsync(caller, _ => true, default)).Saved!;

    private Task<Caller?> FindAsync(string id) => catalog.FindAsync(id, default);

    private async Task<string?> CommentAsync(string id) => (await FindAsync(id))?.Comment;
}
