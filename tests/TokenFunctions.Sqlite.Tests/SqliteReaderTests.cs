using Microsoft.Data.Sqlite;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Sqlite.Tests;

/// <summary>Connections and statements that are kept, when something happens to the file below them.</summary>
public sealed class SqliteReaderTests : IDisposable
{
    private static readonly RowKey Key = new("p", "r");
    private readonly TempFolder folder = new();

    private static CancellationToken None => CancellationToken.None;

    private string Database => folder.File("tokens.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_changed_schema_is_no_failure()
    {
        using var tables = new SqliteTables(Database);
        var table = await FilledAsync(tables);
        Run("ALTER TABLE rows ADD COLUMN more TEXT; CREATE INDEX by_etag ON rows (etag); ANALYZE;");
        Assert.Equal("a", (await table.GetAsync(Key, None))!.Text("t"));
        Assert.True((await table.InsertAsync(new Row(Key with { Id = "s" }), None)).Written);
        Assert.Equal(2, (await table.QueryAsync(new RowQuery { Partition = "p" }, null, None)).Rows.Count);
    }

    [Fact]
    public async Task A_failed_read_is_told_and_the_next_one_works_again()
    {
        using var tables = new SqliteTables(Database);
        var table = await FilledAsync(tables);
        Run("ALTER TABLE rows RENAME TO away;");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.GetAsync(Key, None));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.InsertAsync(new Row(Key with { Id = "s" }), None));
        Run("ALTER TABLE away RENAME TO rows;");
        Assert.Equal("a", (await table.GetAsync(Key, None))!.Text("t"));
        Assert.True((await table.InsertAsync(new Row(Key with { Id = "s" }), None)).Written);
    }

    [Fact]
    public async Task After_a_failed_write_what_is_there_is_read_while_another_process_writes()
    {
        using var tables = new SqliteTables(Database, TimeSpan.FromSeconds(1), TimeProvider.System);
        var table = await FilledAsync(tables);
        Run("CREATE TRIGGER full BEFORE INSERT ON rows BEGIN SELECT RAISE(FAIL, 'no room'); END;");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.InsertAsync(new Row(Key with { Id = "s" }), None));

        using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        other.Open();
        using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        Assert.Equal("a", (await table.GetAsync(Key, None))!.Text("t"));
    }

    [Fact]
    public async Task A_damaged_row_is_told_and_others_are_read()
    {
        using var tables = new SqliteTables(Database);
        var table = await FilledAsync(tables);
        Run("INSERT INTO rows SELECT tbl, pk, 'broken', etag, x'0101' FROM rows;");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.GetAsync(Key with { Id = "broken" }, None));
        Assert.Equal("a", (await table.GetAsync(Key, None))!.Text("t"));
    }

    [Fact]
    public async Task A_read_sees_what_was_written_before_it_began()
    {
        using var tables = new SqliteTables(Database);
        using var other = new SqliteTables(Database);
        var table = await FilledAsync(tables);
        for (var i = 0L; i < 50; i++)
        {
            await other.Open("tokens").UpsertAsync(new Row(Key).Set("n", i), None);
            Assert.Equal(i, (await table.GetAsync(Key, None))!.Number("n"));
        }
    }

    [Fact]
    public async Task Many_threads_read_and_write_at_once()
    {
        using var tables = new SqliteTables(Database);
        var table = await FilledAsync(tables);
        var work = Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            for (var times = 0; times < 50; times++)
            {
                Assert.Equal("a", (await table.GetAsync(Key, None))!.Text("t"));
                if (times % 25 == 0) await table.UpsertAsync(new Row(new RowKey("q", $"{i}")).Set("n", (long)times), None);
            }
        }));
        await Task.WhenAll(work);
        Assert.Equal(64, (await table.QueryAsync(new RowQuery { Partition = "q" }, null, None)).Rows.Count);
    }

    [Fact]
    public async Task A_closed_file_is_read_and_written_no_more_and_can_be_taken_away()
    {
        var tables = new SqliteTables(Database);
        var table = await FilledAsync(tables);
        await table.GetAsync(Key, None);
        tables.Dispose();
        tables.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => table.GetAsync(Key, None));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => table.UpsertAsync(new Row(Key), None));
        // The last connection takes the log and its index away.
        Assert.Equal([Database], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Closing_waits_for_nobody_and_breaks_no_reader()
    {
        var tables = new SqliteTables(Database);
        var table = await FilledAsync(tables);
        var reading = Enumerable.Range(0, 8).Select(_ => Task.Run(() => ReadToTheEndAsync(table))).ToList();
        await Eventually.HoldsAsync(() => reading.All(task => task.Status == TaskStatus.WaitingForActivation), "All read");
        tables.Dispose();
        await Task.WhenAll(reading);
        // Of two that close at the same moment none is the last one, which would clear up; but nobody has it open.
        SqliteCopy.Settle(Database);
        Assert.Equal([Database], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Names_and_marks_of_any_letters_are_bound()
    {
        using var tables = new SqliteTables(Database);
        var table = await FilledAsync(tables);
        Assert.Empty((await table.QueryAsync(new RowQuery { Partition = "größe" }, null, None)).Rows);
        Assert.Single((await table.QueryAsync(new RowQuery { From = "", PartitionFrom = "" }, null, None)).Rows);
        Assert.Empty((await table.QueryAsync(new RowQuery { From = new string('é', 2000) }, null, None)).Rows);
    }

    private static async Task ReadToTheEndAsync(ITable table)
    {
        try
        {
            while (true)
            {
                Assert.Equal("a", (await table.GetAsync(Key, None))!.Text("t"));
                await Task.Yield();
            }
        }
        catch (ObjectDisposedException)
        {
            // The end.
        }
    }

    private static async Task<ITable> FilledAsync(SqliteTables tables)
    {
        var table = tables.Open("tokens");
        await table.InsertAsync(new Row(Key).Set("t", "a"), None);
        await table.GetAsync(Key, None);
        return table;
    }

    // What another program does to the file.
    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
