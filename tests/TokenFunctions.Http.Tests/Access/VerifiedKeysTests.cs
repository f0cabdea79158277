using TokenFunctions.Http.Access;
using TokenFunctions.Http.Access.Keys;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests.Access;

/// <summary>What is remembered of right keys holds no longer than the reading of the caller's row.</summary>
public sealed class VerifiedKeysTests
{
    private static readonly TimeSpan Age = new AccessTimes().CallerAge;
    private readonly ManualTime time = new(Samples.Noon);
    private readonly FlakyTables tables = new();
    private readonly CallerStore store;
    private readonly CallerCatalog catalog;
    private readonly VerifiedKeys verified;

    public VerifiedKeysTests()
    {
        store = new CallerStore(tables, new StoreClock(time));
        catalog = new CallerCatalog(store, new AccessTimes(), time);
        verified = new VerifiedKeys(catalog, time);
    }

    [Fact]
    public async Task A_key_that_was_found_right_is_known_until_the_row_is_too_old()
    {
        var key = await store.AddAsync(new Caller("a_b"));
        Assert.Null(verified.Find(key));
        var kept = await KeepAsync(key);
        Assert.Same(kept, verified.Find(key));
        time.Advance(Age - TimeSpan.FromMilliseconds(1));
        Assert.Same(kept, verified.Find(key));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(verified.Find(key));
    }

    [Fact]
    public async Task Its_time_counts_from_the_reading_of_the_row_and_not_from_the_finding()
    {
        var key = await store.AddAsync(new Caller("a"));
        await catalog.FindAsync("a", default);
        time.Advance(Age - TimeSpan.FromMilliseconds(1));
        await KeepAsync(key);
        Assert.NotNull(verified.Find(key));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(verified.Find(key));
    }

    [Fact]
    public async Task What_this_process_changes_ends_it_at_once_and_a_new_reading_does_not_bring_it_back()
    {
        var key = await store.AddAsync(new Caller("a"));
        await KeepAsync(key);
        var removed = (await store.ChangeKeysAsync("a", _ => [], default))!;
        Assert.NotNull(verified.Find(key));
        catalog.Forget(removed);
        Assert.Null(verified.Find(key));
        await catalog.FindAsync("a", default);
        Assert.Null(verified.Find(key));
    }

    [Fact]
    public async Task No_other_text_is_taken_for_it()
    {
        var key = await store.AddAsync(new Caller("a"));
        await store.AddAsync(new Caller("b"));
        await KeepAsync(key);
        for (var at = 0; at < key.Length; at++)
        {
            var other = string.Concat(key.AsSpan(0, at), key[at] == '0' ? "1" : "0", key.AsSpan(at + 1));
            Assert.Null(verified.Find(other));
        }

        foreach (var other in (string[])["", "tfk_", key[..^1], key + "0", " " + key, key.Replace("_a_", "_b_", StringComparison.Ordinal)])
            Assert.Null(verified.Find(other));
    }

    [Fact]
    public async Task Both_keys_of_a_change_are_known_and_one_reading_has_one_requester_a_key()
    {
        var (old, next) = (ApiKey.Create("a"), ApiKey.Create("a"));
        await store.SaveAsync(
            new Caller("a") { Keys = [CallerKey.Of(old, Samples.Noon, null), CallerKey.Of(next, Samples.Noon, null)] }, _ => true, default);
        var (first, second) = (await KeepAsync(old.Reveal()), await KeepAsync(next.Reveal()));

        Assert.Same(first, verified.Find(old.Reveal()));
        Assert.Same(second, verified.Find(next.Reveal()));
        Assert.NotEqual(first.Key.Id, second.Key.Id);
        Assert.Same(first.Who, verified.Find(old.Reveal())!.Who);
    }

    [Fact]
    public async Task A_use_is_told_once_for_each_time_that_it_is_kept()
    {
        var kept = await KeepAsync(await store.AddAsync(new Caller("a")));
        Assert.True(kept.IsFirstUse());
        Assert.False(kept.IsFirstUse());
    }

    [Fact]
    public async Task It_tells_nothing_of_the_text()
    {
        var key = await store.AddAsync(new Caller("a"));
        Assert.Equal($"key {(await KeepAsync(key)).Key.Id}", verified.Find(key)!.ToString());
    }

    [Fact]
    public async Task Ended_ones_are_forgotten_when_others_come()
    {
        var (gone, back) = (await store.AddAsync(new Caller("gone")), await store.AddAsync(new Caller("back")));
        await KeepAsync(gone);
        time.Advance(VerifiedKeys.ClearEvery - TimeSpan.FromMilliseconds(1));
        await KeepAsync(back);
        Assert.Equal(2, verified.Count);
        time.Advance(TimeSpan.FromMilliseconds(1));
        var kept = await KeepAsync(back);
        Assert.Equal(1, verified.Count);
        Assert.Same(kept, verified.Find(back));
    }

    [Fact]
    public void It_is_bounded()
    {
        var key = ApiKey.Create("a");
        for (var n = 0; n <= VerifiedKeys.MaxCallers; n++)
        {
            var caller = new Caller($"c{n}") { Keys = [CallerKey.Of(key, Samples.Noon, null)] };
            verified.Keep(caller, caller.Keys[0], key.Reveal());
            Assert.InRange(verified.Count, 1, VerifiedKeys.MaxCallers);
        }

        Assert.Equal(1, verified.Count);
    }

    // As a login does it.
    private async Task<VerifiedKey> KeepAsync(string text)
    {
        Assert.Equal(ApiKeyForm.Whole, ApiKey.Parse(text, out var key));
        var caller = (await catalog.FindAsync(key!.CallerId, default))!;
        return verified.Keep(caller, caller.Keys.Single(key.Is), text);
    }
}
