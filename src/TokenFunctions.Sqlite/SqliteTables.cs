using System.Collections.Concurrent;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Sqlite;

/// <summary>A store in one SQLite file, which several processes of one machine may share. The file must lie
/// on a local disk: the locks of network file systems cannot be trusted (sqlite.org, "How To Corrupt An
/// SQLite Database File").</summary>
/// <remarks>The folder and the file are made at the first use, for their owner only. Each write is on disk before it is
/// answered.</remarks>
public sealed class SqliteTables : ITables, IDisposable
{
    private readonly SqliteFile file;
    private readonly ConcurrentDictionary<string, SqliteTable> tables = new(StringComparer.Ordinal);

    /// <summary>A store in the file at <paramref name="path"/>; opens nothing yet.</summary>
    /// <param name="path">The file; it and its folder need not exist.</param>
    /// <param name="waitLimit">The longest time that a write waits for its turn, counting this process's queue and
    /// other processes; null = 15 s.</param>
    /// <param name="time">The clock of that limit; null = the system's.</param>
    public SqliteTables(string path, TimeSpan? waitLimit = null, TimeProvider? time = null) =>
        file = new SqliteFile(path, waitLimit ?? TimeSpan.FromSeconds(15), time ?? TimeProvider.System);

    /// <inheritdoc/>
    public ITable Open(string name)
    {
        RowLimits.CheckTable(name);
        return tables.GetOrAdd(name, static (n, f) => new SqliteTable(f, n), file);
    }

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) =>
        file.ReadAsync(
            "SELECT count(*) FROM (SELECT 1 FROM rows LIMIT 1)",
            static (session, sql) =>
            {
                using var run = session.Begin(sql);
                return run.Step();
            },
            cancellationToken);

    /// <summary>Closes the file. Calls that still run end with <see cref="StoreUnavailableException"/> or
    /// <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose() => file.Dispose();
}
