using System.Globalization;
using Microsoft.Data.Sqlite;
using TokenFunctions.Storage;

namespace TokenFunctions.Sqlite;

/// <summary>The one physical table and its version, which <c>PRAGMA user_version</c> holds.</summary>
internal static class SqliteSchema
{
    public const int Version = 1;

    private const string Create = """
        CREATE TABLE rows (
          tbl TEXT NOT NULL COLLATE BINARY,
          pk TEXT NOT NULL COLLATE BINARY,
          rk TEXT NOT NULL COLLATE BINARY,
          etag TEXT NOT NULL,
          cells BLOB NOT NULL,
          PRIMARY KEY (tbl, pk, rk)
        ) WITHOUT ROWID;
        PRAGMA user_version = 1;
        """;

    /// <summary>Sets the connection up for writing and makes the table where it is missing.</summary>
    /// <exception cref="StoreUnavailableException">The file was written by a newer release.</exception>
    public static async Task PrepareAsync(SqliteSession session, TimeProvider time, CancellationToken waiting)
    {
        var connection = session.Connection;
        await SqliteLock.RunAsync(connection, "PRAGMA busy_timeout = 0", time, waiting);
        await SqliteLock.RunAsync(connection, "PRAGMA journal_mode = WAL", time, waiting);
        await SqliteLock.RunAsync(connection, "PRAGMA synchronous = FULL", time, waiting);
        await SqliteLock.RunAsync(connection, "BEGIN IMMEDIATE", time, waiting);
        SqliteLock.Commit(session, static open =>
        {
            Prepare(open.Connection);
            return true;
        });
    }

    /// <summary>What is told of a file that a newer release wrote.</summary>
    public static StoreUnavailableException TooNew(long found) =>
        new(FormattableString.Invariant($"The database file has format {found}, this release knows {Version}:")
            + " run the newer release or use another file.");

    private static void Prepare(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var found = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (found > Version) throw TooNew(found);
        if (found == Version) return;
        command.CommandText = Create;
        command.ExecuteNonQuery();
    }
}
