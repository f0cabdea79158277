using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Storage;

/// <summary>Who removes and who saves a secret at the same time: one of them, as a whole.</summary>
public sealed class SecretRemovalTests
{
    private static readonly TokenKey Key = new("demo", "main");
    private readonly ManualTime time = new();
    private readonly WatchedTables tables = new(new MemoryTables());
    private readonly WatchedVault vault;
    private readonly SecretStore store;

    public SecretRemovalTests()
    {
        var clock = new StoreClock(time);
        var sealer = new Sealer(new FixedSealingKeys(new SealingKey("k", new byte[32])));
        vault = new WatchedVault(new TableVault(tables.Open(TableVault.TableName), sealer, clock));
        store = new SecretStore(tables, vault, clock);
    }

    [Fact]
    public async Task A_removal_that_loses_against_a_save_leaves_the_new_values_whole()
    {
        var old = await SaveAsync("old");
        tables.Secrets.BeforeWrite(1, () => SaveAsync("new"));

        Assert.False(await store.RemoveAsync(old, CancellationToken.None));

        Assert.Equal("new", await ValueAsync());
    }

    [Fact]
    public async Task A_save_while_a_removal_is_under_way_makes_a_new_secret_whose_values_stay()
    {
        var old = await SaveAsync("old");
        // Between the values and the row.
        tables.Secrets.BeforeWrite(2, () => SaveAsync("new"));

        Assert.True(await store.RemoveAsync(old, CancellationToken.None));

        Assert.Equal("new", await ValueAsync());
        Assert.NotEqual(old.VaultName, (await store.FindAsync(Key, CancellationToken.None))!.VaultName);
        Assert.Single(await NamesAsync());
    }

    [Fact]
    public async Task A_save_that_read_the_secret_before_its_removal_leaves_no_values_behind()
    {
        var old = await SaveAsync("old");
        vault.AfterWrite = () =>
        {
            vault.AfterWrite = null;
            Assert.True(store.RemoveAsync(old, CancellationToken.None).GetAwaiter().GetResult());
        };

        await SaveAsync("new");

        Assert.Equal("new", await ValueAsync());
        Assert.Single(await NamesAsync());
    }

    [Fact]
    public async Task A_save_that_gave_a_followed_secret_its_first_values_too_late_leaves_none_of_them_behind()
    {
        var follows = new SecretDraft(Key, SecretFields.None) { VaultSecret = new Uri("https://v.vault.azure.net/secrets/s") };
        await store.SaveAsync(follows, [], CancellationToken.None);
        tables.Secrets.BeforeWrite(1, () => SaveAsync("first"));

        await SaveAsync("second");

        Assert.Equal("second", await ValueAsync());
        Assert.Single(await NamesAsync());
    }

    [Theory]
    [InlineData(1, "old")]
    [InlineData(2, null)]
    public async Task A_removal_that_was_cut_off_can_be_asked_for_again_as_it_was_read_first(int write, string? value)
    {
        var old = await SaveAsync("old");
        tables.Secrets.BeforeWrite(write, WatchedTable.Lost);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.RemoveAsync(old, CancellationToken.None));
        Assert.Equal(value, await ValueAsync());

        Assert.True(await store.RemoveAsync(old, CancellationToken.None));

        Assert.Null(await store.FindAsync(Key, CancellationToken.None));
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task A_secret_whose_removal_was_cut_off_is_judged_as_it_is_shown()
    {
        var old = await SaveAsync("old");
        tables.Secrets.BeforeWrite(2, WatchedTable.Lost);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.RemoveAsync(old, CancellationToken.None));

        Assert.Null(await store.SaveAsync(Draft("none"), [], was => was is null, CancellationToken.None));
        Assert.NotNull(await store.FindAsync(Key, CancellationToken.None));
        time.Advance(TimeSpan.FromMilliseconds(1));
        var saved = await store.SaveAsync(Draft("new"), [], was => was?.Version == old.Version, CancellationToken.None);

        Assert.NotEqual((old.Version, old.IdentityVersion), (saved!.Version, saved.IdentityVersion));
        Assert.Equal("new", await ValueAsync());
        Assert.Single(await NamesAsync());
    }

    [Fact]
    public async Task A_note_in_the_row_meanwhile_does_not_keep_the_removal_from_its_end()
    {
        var old = await SaveAsync("old");
        var notes = new ExpiryStore(tables);
        tables.Secrets.BeforeWrite(2, async () =>
        {
            var now = await notes.FindAsync(Key, CancellationToken.None);
            Assert.NotNull(await notes.TrySaveAsync(now!, new ExpiryMemory { Tries = 1 }, CancellationToken.None));
        });

        Assert.True(await store.RemoveAsync(old, CancellationToken.None));

        Assert.Null(await store.FindAsync(Key, CancellationToken.None));
    }

    private static SecretDraft Draft(string value) =>
        new(Key, new SecretFields(new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["key_1"] = new(value) }));

    private async Task<Secret> SaveAsync(string value)
    {
        time.Advance(TimeSpan.FromMilliseconds(1));
        return await store.SaveAsync(Draft(value), [], CancellationToken.None);
    }

    private async Task<IReadOnlyCollection<string>> NamesAsync() =>
        await tables.Open(TableVault.TableName).ReadAllAsync(new RowQuery(), CancellationToken.None)
            .Select(row => row.Key.Partition).ToHashSetAsync(StringComparer.Ordinal);

    private async Task<string?> ValueAsync()
    {
        var secret = await store.FindAsync(Key, CancellationToken.None);
        return (await store.ReadFieldsAsync(secret!, CancellationToken.None))?.Find("key_1")?.Reveal();
    }
}
