using Microsoft.Data.Sqlite;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Sqlite.Tests;

public sealed class SqliteFileTests : IDisposable
{
    private static readonly RowKey Key = new("p", "r");
    private readonly TempFolder folder = new();

    private static CancellationToken None => CancellationToken.None;

    private string Database => folder.File("tokens.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_stores_on_one_file_lose_no_write()
    {
        using var one = new SqliteTables(Database);
        using var two = new SqliteTables(Database);
        await Task.WhenAll(one.PingAsync(None), two.PingAsync(None));
        await one.Open("tokens").InsertAsync(new Row(Key).Set("n", 0L), None);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => RaiseAsync((i % 2 == 0 ? one : two).Open("tokens"), 10))));
        Assert.Equal(160, (await two.Open("tokens").GetAsync(Key, None))!.Number("n"));
    }

    [Fact]
    public async Task Hundreds_of_writers_get_their_turn()
    {
        using var tables = new SqliteTables(Database);
        var table = tables.Open("tokens");
        var results = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => table.InsertAsync(new Row(new RowKey("p", $"{i}")), None)));
        Assert.All(results, r => Assert.True(r.Written));
    }

    [Fact]
    public async Task Rows_outlive_the_store()
    {
        using (var first = new SqliteTables(Database)) await first.Open("tokens").InsertAsync(new Row(Key).Set("t", "a"), None);
        using var second = new SqliteTables(Database);
        Assert.Equal("a", (await second.Open("tokens").GetAsync(Key, None))!.Text("t"));
    }

    [Fact]
    public async Task Folder_and_files_are_for_their_owner_only()
    {
        if (OperatingSystem.IsWindows()) return;
        var path = folder.File(Path.Combine("new", "deep", "tokens.db"));
        using var tables = new SqliteTables(path);
        await tables.Open("tokens").InsertAsync(new Row(Key), None);
        const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }) Assert.Equal(OwnerFile, File.GetUnixFileMode(file));
        foreach (var made in new[] { Path.GetDirectoryName(path)!, folder.File("new") })
            Assert.Equal(OwnerFile | UnixFileMode.UserExecute, File.GetUnixFileMode(made));
    }

    [Fact]
    public async Task A_file_of_a_newer_release_is_not_touched()
    {
        using (var tables = new SqliteTables(Database)) await tables.PingAsync(None);
        MarkAsNewer();
        using var old = new SqliteTables(Database);
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => old.PingAsync(None));
        Assert.Contains("newer release", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_so()
    {
        await File.WriteAllTextAsync(Database, new string('x', 5000));
        using var tables = new SqliteTables(Database);
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => tables.Open("tokens").GetAsync(Key, None));
        Assert.Contains("no sound SQLite database", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_unavailable_until_it_can()
    {
        await File.WriteAllTextAsync(folder.File("taken"), "");
        using var tables = new SqliteTables(folder.File(Path.Combine("taken", "tokens.db")));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => tables.PingAsync(None));
        File.Delete(folder.File("taken"));
        await tables.PingAsync(None);
    }

    private static async Task RaiseAsync(ITable table, int times)
    {
        while (times > 0)
        {
            var row = (await table.GetAsync(Key, None))!;
            if ((await table.ReplaceAsync(new Row(Key).Set("n", row.Number("n") + 1), row.ETag!, None)).Written) times--;
        }
    }

    private void MarkAsNewer()
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version = 2";
        command.ExecuteNonQuery();
    }
}
