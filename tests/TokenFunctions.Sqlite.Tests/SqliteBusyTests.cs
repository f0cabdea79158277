using Microsoft.Data.Sqlite;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Sqlite.Tests;

public sealed class SqliteBusyTests : IDisposable
{
    private static readonly RowKey Key = new("p", "r");
    private readonly TempFolder folder = new();

    private static CancellationToken None => CancellationToken.None;

    private string Database => folder.File("tokens.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_that_another_holds_is_waited_for_and_then_unavailable()
    {
        var time = new ManualTime();
        using var tables = new SqliteTables(Database, TimeSpan.FromSeconds(15), time);
        await tables.PingAsync(None);
        using var holder = Hold();
        var writing = tables.Open("tokens").InsertAsync(new Row(Key), None);
        await Eventually.HoldsAsync(() => time.Waiting >= 2, "The writer waits");
        Assert.False(writing.IsCompleted);
        await AdvanceUntilDoneAsync(time, writing);
        Assert.Contains("busy", (await Assert.ThrowsAsync<StoreUnavailableException>(() => writing)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_let_go_in_time_is_written()
    {
        using var tables = new SqliteTables(Database);
        await tables.PingAsync(None);
        Task<WriteResult> writing;
        using (Hold()) writing = tables.Open("tokens").InsertAsync(new Row(Key), None);
        Assert.True((await writing).Written);
    }

    [Fact]
    public async Task A_caller_that_leaves_is_told_so()
    {
        using var tables = new SqliteTables(Database);
        await tables.PingAsync(None);
        using var holder = Hold();
        using var leaving = new CancellationTokenSource();
        var writing = tables.Open("tokens").InsertAsync(new Row(Key), leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
    }

    private static Task AdvanceUntilDoneAsync(ManualTime time, Task work) =>
        Eventually.HoldsAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(1));
                return work.IsCompleted;
            },
            "The wait ends");

    // What another process does: a write transaction on a connection of its own.
    private SqliteConnection Hold()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }
}
