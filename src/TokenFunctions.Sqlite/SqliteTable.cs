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
        return file.ReadAsync(
            (name, key), static (session, ask) => Find(session, ask.name, ask.key), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken)
    {
        const string Sql = "INSERT INTO rows (tbl, pk, rk, etag, cells) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
        RowLimits.Check(row);
        var (etag, cells) = (NewETag(), RowCodec.Write(row));
        var written = await file.WriteAsync(
            session => Change(session, Sql, cells, name, row.Key.Partition, row.Key.Id, etag) == 1, cancellationToken);
        return written ? new WriteResult(WriteOutcome.Written, etag) : new WriteResult(WriteOutcome.Exists, null);
    }

    /// <inheritdoc/>
    public async Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken)
    {
        const string Sql = "UPDATE rows SET etag = ?4, cells = ?6 WHERE tbl = ?1 AND pk = ?2 AND rk = ?3 AND etag = ?5";
        RowLimits.Check(row);
        var (next, cells, key) = (NewETag(), RowCodec.Write(row), row.Key);
        var outcome = await file.WriteAsync(
            session => Outcome(
                session, key, Change(session, Sql, cells, name, key.Partition, key.Id, next, etag)),
            cancellationToken);
        return new WriteResult(outcome, outcome == WriteOutcome.Written ? next : null);
    }

    /// <inheritdoc/>
    public async Task<string> UpsertAsync(Row row, CancellationToken cancellationToken)
    {
        const string Sql = "INSERT INTO rows (tbl, pk, rk, etag, cells) VALUES (?, ?, ?, ?, ?) "
            + "ON CONFLICT (tbl, pk, rk) DO UPDATE SET etag = excluded.etag, cells = excluded.cells";
        RowLimits.Check(row);
        var (etag, cells) = (NewETag(), RowCodec.Write(row));
        await file.WriteAsync(
            session => Change(session, Sql, cells, name, row.Key.Partition, row.Key.Id, etag), cancellationToken);
        return etag;
    }

    /// <inheritdoc/>
    public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken)
    {
        const string Sql = "DELETE FROM rows WHERE tbl = ? AND pk = ? AND rk = ? AND etag = ?";
        RowLimits.Check(key);
        return file.WriteAsync(
            session => Outcome(session, key, Change(session, Sql, null, name, key.Partition, key.Id, etag)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken)
    {
        RowLimits.Check(query);
        return file.ReadAsync(
            (name, query, after: PageMark.Read(continuation)),
            static (session, ask) => PageReading.Read(session, ask.name, ask.query, ask.after),
            cancellationToken);
    }

    private static string NewETag() => Guid.NewGuid().ToString("N");

    // How many rows the statement changed. The cells are its last parameter.
    private static int Change(SqliteSession session, string sql, byte[]? cells, params ReadOnlySpan<string> texts)
    {
        using var run = session.Begin(sql).Bind(texts);
        if (cells is not null) run.BindBytes(texts.Length + 1, cells);
        return run.Change();
    }

    private static Row? Find(SqliteSession session, string table, RowKey key)
    {
        const string Sql = "SELECT etag, cells FROM rows WHERE tbl = ? AND pk = ? AND rk = ?";
        using var run = session.Begin(Sql).Bind(table, key.Partition, key.Id);
        return run.Step() ? RowCodec.Read(key, run.Text(0), run.Bytes(1)) : null;
    }

    // Runs inside the transaction of the write, so that nothing can change between the write and this look.
    private WriteOutcome Outcome(SqliteSession session, RowKey key, int rows) => rows == 1 ? WriteOutcome.Written
        : Find(session, name, key) is null ? WriteOutcome.Missing : WriteOutcome.Changed;
}
