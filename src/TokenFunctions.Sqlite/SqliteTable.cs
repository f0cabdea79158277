using Microsoft.Data.Sqlite;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Sqlite;

/// <summary>A table in a SQLite file. Conditions are part of the writing statements, so that no other process can come
/// in between; versions are random, so that none is ever used twice.</summary>
public sealed class SqliteTable : ITable
{
    private readonly SqliteFile file;
    private readonly string name;

    internal SqliteTable(SqliteFile file, string name) => (this.file, this.name) = (file, name);

    /// <inheritdoc/>
    public Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken)
    {
        RowLimits.Check(key);
        return file.ReadAsync(connection => Find(connection, key), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken)
    {
        const string Sql = "INSERT INTO rows (tbl, pk, rk, etag, cells) VALUES ($tbl, $pk, $rk, $etag, $cells) "
            + "ON CONFLICT DO NOTHING";
        RowLimits.Check(row);
        var etag = NewETag();
        var written = await WriteAsync(Sql, row, etag, cancellationToken);
        return written ? new WriteResult(WriteOutcome.Written, etag) : new WriteResult(WriteOutcome.Exists, null);
    }

    /// <inheritdoc/>
    public async Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken)
    {
        const string Sql = "UPDATE rows SET etag = $etag, cells = $cells "
            + "WHERE tbl = $tbl AND pk = $pk AND rk = $rk AND etag = $old";
        RowLimits.Check(row);
        var (next, cells) = (NewETag(), RowCodec.Write(row));
        var outcome = await file.WriteAsync(
            connection =>
            {
                using var command = Command(connection, Sql, row.Key);
                Add(command, next, cells).AddWithValue("$old", etag);
                return Outcome(connection, command.ExecuteNonQuery(), row.Key);
            },
            cancellationToken);
        return new WriteResult(outcome, outcome == WriteOutcome.Written ? next : null);
    }

    /// <inheritdoc/>
    public async Task<string> UpsertAsync(Row row, CancellationToken cancellationToken)
    {
        const string Sql = "INSERT INTO rows (tbl, pk, rk, etag, cells) VALUES ($tbl, $pk, $rk, $etag, $cells) "
            + "ON CONFLICT (tbl, pk, rk) DO UPDATE SET etag = excluded.etag, cells = excluded.cells";
        RowLimits.Check(row);
        var etag = NewETag();
        await WriteAsync(Sql, row, etag, cancellationToken);
        return etag;
    }

    /// <inheritdoc/>
    public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken)
    {
        const string Sql = "DELETE FROM rows WHERE tbl = $tbl AND pk = $pk AND rk = $rk AND etag = $old";
        RowLimits.Check(key);
        return file.WriteAsync(
            connection =>
            {
                using var command = Command(connection, Sql, key);
                command.Parameters.AddWithValue("$old", etag);
                return Outcome(connection, command.ExecuteNonQuery(), key);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken)
    {
        RowLimits.Check(query);
        var after = PageMark.Read(continuation);
        return file.ReadAsync(connection => PageReading.Read(connection, name, query, after), cancellationToken);
    }

    private static string NewETag() => Guid.NewGuid().ToString("N");

    private static SqliteParameterCollection Add(SqliteCommand command, string etag, byte[] cells)
    {
        command.Parameters.AddWithValue("$etag", etag);
        command.Parameters.AddWithValue("$cells", cells);
        return command.Parameters;
    }

    private Task<bool> WriteAsync(string sql, Row row, string etag, CancellationToken cancellationToken)
    {
        var cells = RowCodec.Write(row);
        return file.WriteAsync(
            connection =>
            {
                using var command = Command(connection, sql, row.Key);
                Add(command, etag, cells);
                return command.ExecuteNonQuery() == 1;
            },
            cancellationToken);
    }

    private SqliteCommand Command(SqliteConnection connection, string sql, RowKey key)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$tbl", name);
        command.Parameters.AddWithValue("$pk", key.Partition);
        command.Parameters.AddWithValue("$rk", key.Id);
        return command;
    }

    private Row? Find(SqliteConnection connection, RowKey key)
    {
        const string Sql = "SELECT etag, cells FROM rows WHERE tbl = $tbl AND pk = $pk AND rk = $rk";
        using var command = Command(connection, Sql, key);
        using var reader = command.ExecuteReader();
        return reader.Read() ? RowCodec.Read(key, reader.GetString(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    // Runs inside the transaction of the write, so that nothing can change between the write and this look.
    private WriteOutcome Outcome(SqliteConnection connection, int rows, RowKey key) =>
        rows == 1 ? WriteOutcome.Written : Find(connection, key) is null ? WriteOutcome.Missing : WriteOutcome.Changed;
}
