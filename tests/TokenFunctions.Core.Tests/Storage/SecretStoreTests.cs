using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Storage;

public sealed class SecretStoreTests
{
    private static readonly TokenKey Key = new("demo", "main");
    private readonly ManualTime time = new();
    private readonly WatchedTables tables = new(new MemoryTables());
    private readonly WatchedVault vault;
    private readonly SecretStore store;

    public SecretStoreTests()
    {
        var clock = new StoreClock(time);
        var sealer = new Sealer(new FixedSealingKeys(new SealingKey("k", new byte[32])));
        vault = new WatchedVault(new TableVault(tables.Open(TableVault.TableName), sealer, clock));
        store = new SecretStore(tables, vault, clock);
    }

    [Fact]
    public async Task What_was_saved_is_read_back()
    {
        var draft = Draft("one") with { KeepWarm = true, ExpiresAt = time.GetUtcNow().AddDays(30) };
        var saved = await store.SaveAsync(draft, [], CancellationToken.None);

        var found = await store.FindAsync(Key, CancellationToken.None);

        Assert.Equal(saved with { FieldNames = [] }, found! with { FieldNames = [] });
        Assert.Equal(["key_1"], found.FieldNames);
        Assert.Equal("one", await ValueAsync());
    }

    [Fact]
    public async Task A_crash_between_vault_and_row_leaves_the_old_secret_whole()
    {
        await store.SaveAsync(Draft("old"), [], CancellationToken.None);
        tables.Secrets.BeforeWrite(1, WatchedTable.Lost);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.SaveAsync(Draft("new"), [], CancellationToken.None));
        Assert.Equal("old", await ValueAsync());

        await store.SaveAsync(Draft("new"), [], CancellationToken.None);
        Assert.Equal("new", await ValueAsync());
    }

    [Fact]
    public async Task A_vault_that_is_down_changes_nothing()
    {
        await store.SaveAsync(Draft("old"), [], CancellationToken.None);
        vault.Down = true;

        await Assert.ThrowsAsync<VaultUnavailableException>(() => store.SaveAsync(Draft("new"), [], CancellationToken.None));

        vault.Down = false;
        Assert.Equal("old", await ValueAsync());
    }

    [Fact]
    public async Task Of_two_who_make_the_same_secret_the_later_one_holds_and_no_document_is_left_over()
    {
        tables.Secrets.BeforeWrite(1, async () => await store.SaveAsync(Draft("first"), [], CancellationToken.None));

        await store.SaveAsync(Draft("second"), [], CancellationToken.None);

        Assert.Equal("second", await ValueAsync());
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in tables.Open(TableVault.TableName).ReadAllAsync(new RowQuery(), CancellationToken.None)) names.Add(row.Key.Partition);
        Assert.Single(names);
    }

    [Theory]
    [InlineData("one", "y", true)]
    [InlineData("two", "x", false)]
    public async Task Only_an_identity_field_makes_it_another_account(string key1, string key2, bool same)
    {
        var old = await store.SaveAsync(Draft("one", "x"), ["key_1"], CancellationToken.None);

        var changed = await store.SaveAsync(Draft(key1, key2), ["key_1"], CancellationToken.None);

        Assert.Equal(same, old.IdentityVersion == changed.IdentityVersion);
        Assert.True(changed.Version > old.Version);
    }

    [Fact]
    public async Task An_equal_secret_is_not_written_and_keeps_its_versions()
    {
        var draft = Draft("one", "x") with { KeepWarm = true, ExpiresAt = time.GetUtcNow().AddDays(30) };
        var old = await store.SaveAsync(draft, ["key_1"], CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(1));

        var again = await store.SaveAsync(draft, ["key_1"], CancellationToken.None);

        Assert.Equal(old with { FieldNames = [] }, again with { FieldNames = [] });
        Assert.Equal(1, tables.Secrets.Writes);
        Assert.Equal(1, await tables.Open(TableVault.TableName).ReadAllAsync(new RowQuery(), CancellationToken.None).CountAsync());
    }

    [Fact]
    public async Task Whatever_differs_makes_a_new_version()
    {
        var draft = Draft("one", "x") with { ExpiresAt = time.GetUtcNow().AddDays(30) };
        var follows = new Uri("https://v.vault.azure.net/secrets/s");
        SecretDraft[] others =
        [
            Draft("two", "x") with { ExpiresAt = draft.ExpiresAt }, Draft("one") with { ExpiresAt = draft.ExpiresAt }, Draft("one", "x"),
            draft with { KeepWarm = true }, draft with { VaultSecret = follows }, draft with { ExpiresAt = draft.ExpiresAt!.Value.AddTicks(1) },
        ];

        foreach (var other in others)
        {
            var old = await store.SaveAsync(draft, [], CancellationToken.None);
            Assert.True((await store.SaveAsync(other, [], CancellationToken.None)).Version > old.Version, $"{other}");
        }
    }

    [Fact]
    public async Task An_equal_secret_that_only_follows_keeps_its_version_whatever_the_vault_does()
    {
        var follows = new SecretDraft(Key, SecretFields.None) { VaultSecret = new Uri("https://v.vault.azure.net/secrets/s") };
        var old = await store.SaveAsync(follows, [], CancellationToken.None);
        vault.Down = true;

        Assert.Equal(old.Version, (await store.SaveAsync(follows, [], CancellationToken.None)).Version);
    }

    [Fact]
    public async Task An_equal_secret_whose_values_are_lost_is_written_again()
    {
        var old = await store.SaveAsync(Draft("one"), [], CancellationToken.None);
        await vault.RemoveAsync(old.VaultName!, CancellationToken.None);

        await store.SaveAsync(Draft("one"), [], CancellationToken.None);

        Assert.Equal("one", await ValueAsync());
    }

    [Fact]
    public async Task A_removed_secret_leaves_no_values()
    {
        var saved = await store.SaveAsync(Draft("one"), [], CancellationToken.None);

        Assert.True(await store.RemoveAsync(saved, CancellationToken.None));

        Assert.False(await tables.Open(TableVault.TableName).ReadAllAsync(new RowQuery(), CancellationToken.None).AnyAsync());
        Assert.False(await store.AnyAsync("demo", CancellationToken.None));
    }

    [Fact]
    public async Task A_removal_that_the_vault_refuses_removes_nothing_and_can_be_asked_for_again()
    {
        var saved = await store.SaveAsync(Draft("one"), [], CancellationToken.None);
        vault.Down = true;

        await Assert.ThrowsAsync<VaultUnavailableException>(() => store.RemoveAsync(saved, CancellationToken.None));

        vault.Down = false;
        Assert.Equal("one", await ValueAsync());
        Assert.True(await store.RemoveAsync(saved, CancellationToken.None));
        Assert.False(await tables.Open(TableVault.TableName).ReadAllAsync(new RowQuery(), CancellationToken.None).AnyAsync());
    }

    [Fact]
    public async Task A_removal_cut_off_after_the_vault_is_finished_by_asking_again()
    {
        var saved = await store.SaveAsync(Draft("one"), [], CancellationToken.None);
        tables.Secrets.BeforeWrite(2, WatchedTable.Lost);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.RemoveAsync(saved, CancellationToken.None));

        Assert.Null(await store.ReadFieldsAsync(saved, CancellationToken.None));
        Assert.True(await store.RemoveAsync(saved, CancellationToken.None));
    }

    [Fact]
    public async Task A_secret_that_only_follows_from_now_on_is_saved_whatever_the_vault_does_and_its_old_values_go_with_it()
    {
        await store.SaveAsync(Draft("one"), [], CancellationToken.None);
        vault.Down = true;
        var follows = new SecretDraft(Key, SecretFields.None) { VaultSecret = new Uri("https://v.vault.azure.net/secrets/s") };

        var saved = await store.SaveAsync(follows, [], CancellationToken.None);

        vault.Down = false;
        Assert.Null(saved.VaultVersion);
        Assert.True(await store.RemoveAsync(saved, CancellationToken.None));
        Assert.False(await tables.Open(TableVault.TableName).ReadAllAsync(new RowQuery(), CancellationToken.None).AnyAsync());
    }

    [Fact]
    public async Task A_secret_that_was_changed_meanwhile_is_not_removed()
    {
        var old = await store.SaveAsync(Draft("one"), [], CancellationToken.None);
        await store.SaveAsync(Draft("two"), [], CancellationToken.None);

        Assert.False(await store.RemoveAsync(old, CancellationToken.None));
        Assert.Equal("two", await ValueAsync());
    }

    private static SecretDraft Draft(string key1, string? key2 = null)
    {
        var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["key_1"] = new(key1) };
        if (key2 is not null) fields["key_2"] = new(key2);
        return new SecretDraft(Key, new SecretFields(fields));
    }

    private async Task<string?> ValueAsync()
    {
        var secret = await store.FindAsync(Key, CancellationToken.None);
        return (await store.ReadFieldsAsync(secret!, CancellationToken.None))?.Find("key_1")?.Reveal();
    }
}
