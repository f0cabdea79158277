using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TokenFunctions.Sqlite;

/// <summary>An open connection with the statements that were run on it, each compiled once; for one thread at a time.
/// SQLite itself compiles them anew when the schema was changed (sqlite.org, <c>sqlite3_prepare_v3</c>).</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly Dictionary<string, sqlite3_stmt> statements = new(StringComparer.Ordinal);

    private SqliteSession(SqliteConnection connection) => Connection = connection;

    /// <summary>The connection.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>Opens the file, which must exist.</summary>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public static SqliteSession Open(string path)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            return new SqliteSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Begins a run of that statement. Another run of it must have ended.</summary>
    /// <param name="sql">One statement; of texts that differ there must be few.</param>
    /// <exception cref="SqliteException">It cannot be compiled.</exception>
    public SqliteRun Begin(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement)) statements[sql] = statement = Compile(sql);
        return new SqliteRun(Connection.Handle!, statement);
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        statements.Clear();
        Connection.Dispose();
    }

    private sqlite3_stmt Compile(string sql)
    {
        var result = raw.sqlite3_prepare_v3(
            Connection.Handle!, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement);
        SqliteException.ThrowExceptionForRC(result, Connection.Handle);
        return statement;
    }
}
