using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TokenFunctions.Sqlite;

/// <summary>Statements that may find the file busy. They go past the provider, whose own retry
/// sleeps on the thread.</summary>
internal static class SqliteLock
{
    private const int LongestPauseMs = 50;

    /// <summary>Runs <paramref name="sql"/>; while another process holds the file, waits and tries again.</summary>
    public static async Task RunAsync(
        SqliteConnection connection, string sql, TimeProvider time, CancellationToken waiting)
    {
        for (var ceiling = 2; ; ceiling = Math.Min(ceiling * 2, LongestPauseMs))
        {
            if (Run(connection, sql)) return;
            // Processes that wait for the same file must not wake in step.
            await Task.Delay(TimeSpan.FromMilliseconds(1 + Random.Shared.Next(ceiling)), time, waiting);
        }
    }

    /// <summary>Runs <paramref name="write"/> inside the transaction that has begun and commits it; undoes
    /// it when either fails.</summary>
    public static T Commit<T>(SqliteSession session, Func<SqliteSession, T> write)
    {
        var connection = session.Connection;
        try
        {
            var result = write(session);
            // With the write lock held, a commit to the write-ahead log finds nobody in its way.
            SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle, "COMMIT"), connection.Handle);
            return result;
        }
        catch
        {
            // SQLite itself has undone the transaction after some failures; then there is nothing to undo.
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0) Run(connection, "ROLLBACK");
            throw;
        }
    }

    private static bool Run(SqliteConnection connection, string sql)
    {
        var result = raw.sqlite3_exec(connection.Handle, sql);
        if (result is raw.SQLITE_BUSY or raw.SQLITE_LOCKED) return false;
        SqliteException.ThrowExceptionForRC(result, connection.Handle);
        return true;
    }
}
