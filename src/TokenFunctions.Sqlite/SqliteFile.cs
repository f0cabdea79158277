using Microsoft.Data.Sqlite;

namespace TokenFunctions.Sqlite;

/// <summary>The file: one writing connection with a queue before it, and a pool of reading ones. Nobody sleeps on a
/// thread: the queue and the wait for other processes are awaited.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly string path;
    private readonly TimeSpan waitLimit;
    private readonly TimeProvider time;
    private readonly string readers;
    private SqliteConnection? writer;

    public SqliteFile(string path, TimeSpan waitLimit, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SQLitePCL.Batteries_V2.Init();
        this.path = Path.GetFullPath(path);
        (this.waitLimit, this.time) = (waitLimit, time);
        readers = new SqliteConnectionStringBuilder
        {
            DataSource = this.path,
            Mode = SqliteOpenMode.ReadWrite,
            DefaultTimeout = 1,
        }.ToString();
    }

    /// <summary>Reads on a connection of its own; readers do not wait for writers (write-ahead log).</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref writer) is null) await InTurnAsync(OpenWriterAsync, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return SqliteFailure.Guard(path, () =>
        {
            using var connection = new SqliteConnection(readers);
            connection.Open();
            return read(connection);
        });
    }

    /// <summary>Runs <paramref name="write"/> in a transaction of its own, alone in all
    /// processes, and commits it.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) =>
        InTurnAsync(
            async waiting =>
            {
                var connection = await OpenWriterAsync(waiting);
                await SqliteLock.RunAsync(connection, "BEGIN IMMEDIATE", time, waiting);
                return SqliteLock.Commit(connection, write);
            },
            cancellationToken);

    public void Dispose()
    {
        if (writer is not { } open) return;
        open.Dispose();
        using var reader = new SqliteConnection(readers);
        SqliteConnection.ClearPool(reader);
        turn.Dispose();
    }

    private async Task<T> InTurnAsync<T>(Func<CancellationToken, Task<T>> act, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(waitLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await turn.WaitAsync(both.Token);
            try
            {
                return await SqliteFailure.GuardAsync(path, () => act(both.Token));
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw SqliteFailure.Busy(path, waitLimit, e);
        }
    }

    private async Task<SqliteConnection> OpenWriterAsync(CancellationToken waiting)
    {
        if (writer is not null) return writer;
        SqliteFolder.Prepare(path);
        var own = new SqliteConnectionStringBuilder(readers) { Pooling = false };
        var connection = new SqliteConnection(own.ToString());
        try
        {
            connection.Open();
            await SqliteSchema.PrepareAsync(connection, time, waiting);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        Volatile.Write(ref writer, connection);
        return connection;
    }
}
