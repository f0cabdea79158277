using TokenFunctions.Sqlite;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Host.Tests.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly BackupWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task What_was_backed_up_is_restored_elsewhere_and_opens()
    {
        var version = await world.WriteAsync("here", "document");

        Assert.True(await world.BackUpAsync("here"), world.Said);
        Assert.Contains("with 1 rows", world.Said, StringComparison.Ordinal);
        Assert.True(await world.RestoreAsync("there"), world.Said);

        Assert.Equal("document", await world.ReadAsync("there", version));
        Assert.Equal(await File.ReadAllTextAsync(world.Of("here").Key), await File.ReadAllTextAsync(world.Of("there").Key));
        Assert.Equal(["sealing.key", "tokenfunctions.db"], Names(world.Backup));
        Assert.Equal(["sealing.key", "tokenfunctions.db"], Names(Path.GetDirectoryName(world.Of("there").Key)!));
    }

    [Fact]
    public async Task Folder_and_files_are_for_their_owner_only_and_no_key_is_told()
    {
        if (OperatingSystem.IsWindows()) return;
        await world.WriteAsync("here", "document");
        await world.BackUpAsync("here");
        var key = (await File.ReadAllTextAsync(world.Of("here").Key)).Trim();
        Assert.DoesNotContain(key, world.Said, StringComparison.Ordinal);
        await world.RestoreAsync("there");
        Assert.DoesNotContain(key, world.Said, StringComparison.Ordinal);

        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        var files = new[] { "backup", "there" }.SelectMany(n => new[] { world.Of(n).Database, world.Of(n).Key });
        foreach (var path in files.Append(world.Backup)) Assert.Equal((UnixFileMode)0, File.GetUnixFileMode(path) & Others);
    }

    [Fact]
    public async Task Nothing_is_overwritten_by_a_backup()
    {
        await world.WriteAsync("here", "document");
        Assert.True(await world.BackUpAsync("here"));
        var before = await File.ReadAllBytesAsync(world.Of("backup").Database);
        await world.WriteAsync("here", "later");

        Assert.False(await world.BackUpAsync("here"));

        Assert.Contains("name another folder", world.Said, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(world.Of("backup").Database));
    }

    [Fact]
    public async Task Without_a_database_or_its_key_nothing_is_written()
    {
        Assert.False(await world.BackUpAsync("here"));
        Assert.Contains("There is no database", world.Said, StringComparison.Ordinal);
        await world.WriteAsync("here", "document");
        File.Delete(world.Of("here").Key);

        Assert.False(await world.BackUpAsync("here"));

        Assert.Contains("sealing.key is missing", world.Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(world.Backup));
        Assert.False(File.Exists(world.Of("here").Key));
    }

    [Fact]
    public async Task A_backup_with_values_under_a_lost_key_is_made_and_says_so()
    {
        await world.WriteAsync("here", "document");
        var lost = SealingKeyFile.ReadOrMake(world.Of("here").Key)[0];
        File.Delete(world.Of("here").Key);
        await world.WriteAsync("here", "later");

        Assert.False(await world.BackUpAsync("here"));

        Assert.Contains($"under keys that the service does not have: {lost.Id}.", world.Said, StringComparison.Ordinal);
        Assert.True(File.Exists(world.Of("backup").Database));
    }

    [Fact]
    public async Task A_key_of_the_settings_is_not_part_of_the_backup_and_opens_it()
    {
        var version = await world.WriteAsync("here", "document");
        var key = (await File.ReadAllTextAsync(world.Of("here").Key)).Trim();

        Assert.True(await world.BackUpAsync("here", ("SealingKey", key)), world.Said);
        Assert.Equal(["tokenfunctions.db"], Names(world.Backup));
        Assert.Contains("keep a copy of it", world.Said, StringComparison.Ordinal);
        Assert.False(await world.RestoreAsync("there", settings: ("SealingKey", Convert.ToBase64String(SealingKey.NewBytes()))));
        Assert.Contains("not in the settings", world.Said, StringComparison.Ordinal);
        Assert.True(await world.RestoreAsync("there", settings: ("SealingKey", key)), world.Said);

        await File.WriteAllTextAsync(world.Of("there").Key, key);
        Assert.Equal("document", await world.ReadAsync("there", version));
    }

    [Fact]
    public async Task A_backup_without_its_key_or_with_another_one_is_told_and_nothing_is_put_in_place()
    {
        await world.WriteAsync("here", "document");
        await world.BackUpAsync("here");
        var own = SealingKeyFile.ReadOrMake(world.Of("here").Key)[0];
        File.Delete(world.Of("backup").Key);
        Assert.False(await world.RestoreAsync("there"));
        Assert.Contains("sealing key", world.Said, StringComparison.Ordinal);
        Assert.Contains("is missing", world.Said, StringComparison.Ordinal);

        SealingKeyFile.ReadOrMake(world.Of("backup").Key);
        Assert.False(await world.RestoreAsync("there"));

        Assert.Contains($"lie under the sealing keys {own.Id}, which are not in {world.Of("backup").Key}", world.Said, StringComparison.Ordinal);
        Assert.Empty(Names(Path.GetDirectoryName(world.Of("there").Key)!));
    }

    [Fact]
    public async Task A_database_that_is_not_empty_is_replaced_only_when_that_is_said()
    {
        var version = await world.WriteAsync("here", "document");
        await world.BackUpAsync("here");
        var other = await world.WriteAsync("there", "other");

        Assert.False(await world.RestoreAsync("there"));
        Assert.Contains("holds 1 rows; --replace", world.Said, StringComparison.Ordinal);
        Assert.Equal("other", await world.ReadAsync("there", other));
        Assert.True(await world.RestoreAsync("there", replace: true), world.Said);

        Assert.Equal("document", await world.ReadAsync("there", version));
        Assert.Null(await world.ReadAsync("there", other));
    }

    [Fact]
    public async Task Keys_that_other_databases_of_the_folder_need_stay_below_those_of_the_backup()
    {
        await world.WriteAsync("here", "document");
        await world.BackUpAsync("here");
        var theirs = SealingKeyFile.ReadOrMake(world.Of("there").Key)[0];

        Assert.True(await world.RestoreAsync("there"), world.Said);

        var own = SealingKeyFile.ReadOrMake(world.Of("here").Key)[0];
        Assert.Equal([own.Id, theirs.Id], SealingKeyFile.ReadOrMake(world.Of("there").Key).Select(key => key.Id));
    }

    [Fact]
    public async Task More_keys_than_the_file_may_hold_are_told_and_nothing_is_changed()
    {
        await world.WriteAsync("here", "document");
        await world.BackUpAsync("here");
        SealingKeyFile.ReadOrMake(world.Of("there").Key);
        var further = Enumerable.Range(0, SealingKeyFile.MostOlder).Select(_ => Convert.ToBase64String(SealingKey.NewBytes()));
        await File.AppendAllLinesAsync(world.Of("there").Key, further);
        var before = await File.ReadAllTextAsync(world.Of("there").Key);

        Assert.False(await world.RestoreAsync("there"));

        Assert.Contains("would hold 12 keys with those of the backup, and may hold 11", world.Said, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(world.Of("there").Key));
        Assert.False(File.Exists(world.Of("there").Database));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("half of a ke")]
    public async Task A_damaged_key_file_in_place_is_told_and_with_replace_set_aside(string damage)
    {
        var version = await world.WriteAsync("here", "document");
        await world.BackUpAsync("here");
        var key = world.Of("there").Key;
        Directory.CreateDirectory(Path.GetDirectoryName(key)!);
        await File.WriteAllTextAsync(key, damage);

        Assert.False(await world.RestoreAsync("there"));
        Assert.Contains($"{key} holds no keys that can be read: move it away, then restore", world.Said, StringComparison.Ordinal);
        Assert.Equal((damage, false), (await File.ReadAllTextAsync(key), File.Exists(world.Of("there").Database)));
        Assert.True(await world.RestoreAsync("there", replace: true), world.Said);

        Assert.Contains($"set aside as {key}.damaged", world.Said, StringComparison.Ordinal);
        Assert.Equal(damage, await File.ReadAllTextAsync($"{key}.damaged"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode($"{key}.damaged"));
        Assert.Equal(await File.ReadAllTextAsync(world.Of("backup").Key), await File.ReadAllTextAsync(key));
        Assert.Equal("document", await world.ReadAsync("there", version));
    }

    [Fact]
    public async Task What_was_set_aside_before_is_not_overwritten()
    {
        await world.WriteAsync("here", "document");
        await world.BackUpAsync("here");
        var key = world.Of("there").Key;
        Directory.CreateDirectory(Path.GetDirectoryName(key)!);
        await File.WriteAllTextAsync(key, "half of a ke");
        await File.WriteAllTextAsync($"{key}.damaged", "before");

        Assert.False(await world.RestoreAsync("there", replace: true));

        Assert.Contains($"{key}.damaged is there already", world.Said, StringComparison.Ordinal);
        Assert.Equal(("half of a ke", "before"), (await File.ReadAllTextAsync(key), await File.ReadAllTextAsync($"{key}.damaged")));
        Assert.False(File.Exists(world.Of("there").Database));
    }

    [Fact]
    public async Task An_empty_database_is_replaced()
    {
        var version = await world.WriteAsync("here", "document");
        await world.BackUpAsync("here");
        using (var tables = new SqliteTables(world.Of("there").Database)) await tables.PingAsync(CancellationToken.None);

        Assert.True(await world.RestoreAsync("there"), world.Said);
        Assert.Equal("document", await world.ReadAsync("there", version));
    }

    [Fact]
    public async Task A_database_that_a_process_has_open_is_not_replaced()
    {
        await world.WriteAsync("here", "document");
        await world.BackUpAsync("here");
        var other = await world.WriteAsync("there", "other");
        using (var tables = new SqliteTables(world.Of("there").Database))
        {
            await tables.PingAsync(CancellationToken.None);
            var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => world.RestoreAsync("there", replace: true));
            Assert.Contains("another process holds it", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal("other", await world.ReadAsync("there", other));
        Assert.Equal(["sealing.key", "tokenfunctions.db"], Names(Path.GetDirectoryName(world.Of("there").Key)!));
    }

    [Fact]
    public async Task What_is_no_database_is_told()
    {
        Directory.CreateDirectory(world.Backup);
        await File.WriteAllTextAsync(world.Of("backup").Database, "no database at all, and longer than a header would be, so that it is looked at");
        SealingKeyFile.ReadOrMake(world.Of("backup").Key);

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => world.RestoreAsync("there"));

        Assert.Contains("is no sound SQLite database", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Names(Path.GetDirectoryName(world.Of("there").Key)!));
    }

    [Fact]
    public async Task A_front_which_has_no_sealing_key_is_backed_up_and_restored()
    {
        var core = new[] { ("Core__Url", "https://core.example/"), ("Core__Scope", "api://core/.default") };
        using (var tables = new SqliteTables(world.Of("here").Database))
            await tables.Open("callers").UpsertAsync(new Row(new RowKey("caller", "c")).Set("comment", "kept"), CancellationToken.None);

        Assert.True(await world.BackUpAsync("here", core), world.Said);
        Assert.Equal(["tokenfunctions.db"], Names(world.Backup));
        Assert.Contains("A front seals nothing", world.Said, StringComparison.Ordinal);
        Assert.True(await world.RestoreAsync("there", settings: core), world.Said);

        Assert.Equal(["tokenfunctions.db"], Names(Path.GetDirectoryName(world.Of("there").Key)!));
        using var restored = new SqliteTables(world.Of("there").Database);
        var row = await restored.Open("callers").GetAsync(new RowKey("caller", "c"), CancellationToken.None);
        Assert.Equal("kept", row?.Text("comment"));
    }

    [Fact]
    public async Task Where_there_is_no_database_file_there_is_no_backup() =>
        Assert.Contains(
            "docs/upgrade.md",
            (await Assert.ThrowsAsync<TokenFunctions.Hosting.Settings.SettingsException>(() => world.BackUpAsync("here", ("Storage", "memory")))).Message,
            StringComparison.Ordinal);

    private static IEnumerable<string?> Names(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal) : [];
}
