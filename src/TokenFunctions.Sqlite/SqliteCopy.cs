using System.Globalization;
using Microsoft.Data.Sqlite;
using TokenFunctions.Storage;

namespace TokenFunctions.Sqlite;

/// <summary>Whole database files, for backups: copied while other processes read and write them.</summary>
/// <remarks>Every member throws <see cref="StoreUnavailableException"/>, with a sentence that says what to do, when a
/// file cannot be used.</remarks>
public static class SqliteCopy
{
    /// <summary>Copies a database as it is at one moment, by SQLite's backup interface (sqlite.org/backup.html). Those
    /// who write to it meanwhile are not kept waiting.</summary>
    /// <param name="database">A database of this release's form or an older one.</param>
    /// <param name="target">The file to write, for its owner only; its folder is made where it is missing.</param>
    public static void Write(string database, string target) => SqliteFailure.Guard(database, () =>
    {
        using var source = Open(database);
        RequireKnownForm(source);
        SqliteFolder.Prepare(Path.GetFullPath(target));
        using var copy = Open(target);
        source.BackupDatabase(copy);
        if (!string.Equals(Text(copy, "PRAGMA quick_check(1)"), "ok", StringComparison.Ordinal))
            throw new StoreUnavailableException($"The database {database} is damaged: use an older backup.");
        return true;
    });

    /// <summary>How many rows a database holds.</summary>
    public static long CountRows(string database) => SqliteFailure.Guard(database, () =>
    {
        using var connection = Open(database);
        return Number(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'rows'") == 0
            ? 0
            : Number(connection, "SELECT count(*) FROM rows");
    });

    /// <summary>Brings all of a database into its one file, so that nothing lies beside it any more.</summary>
    /// <exception cref="StoreUnavailableException">Some process has it open.</exception>
    public static void Settle(string database) => SqliteFailure.Guard(database, () =>
    {
        using var connection = Open(database);
        return Text(connection, "PRAGMA journal_mode = DELETE");
    });

    private static SqliteConnection Open(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(path),
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 2,
        };
        var connection = new SqliteConnection(text.ToString());
        connection.Open();
        return connection;
    }

    private static void RequireKnownForm(SqliteConnection connection)
    {
        var found = Number(connection, "PRAGMA user_version");
        if (found > SqliteSchema.Version) throw SqliteSchema.TooNew(found);
    }

    private static long Number(SqliteConnection connection, string sql) =>
        long.Parse(Text(connection, sql), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
