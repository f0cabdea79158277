using Microsoft.Data.Sqlite;

namespace TokenFunctions.Sqlite;

/// <summary>The file: one writing connection with a queue before it, and a pool of reading ones. Waits are
/// awaited; only a reader that meets a log that is made anew sleeps on its thread, for a second at most.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly string path;
    private readonly TimeSpan waitLimit;
    private readonly TimeProvider time;
    private readonly SqliteReaders readers;
    private SqliteSession? writer;
    private volatile bool isPrepared;
    private volatile bool isClosed;

    public SqliteFile(string path, TimeSpan waitLimit, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SQLitePCL.Batteries_V2.Init();
        this.path = Path.GetFullPath(path);
        (this.waitLimit, this.time) = (waitLimit, time);
        readers = new SqliteReaders(this.path);
    }

    /// <summary>Reads on a connection of its own; readers do not wait for writers (write-ahead log).</summary>
    /// <param name="ask">What is asked for.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="cancellationToken">Ends the wait for the file's first opening.</param>
    public async Task<T> ReadAsync<TAsk, T>(
        TAsk ask, Func<SqliteSession, TAsk, T> read, CancellationToken cancellationToken)
    {
        if (!isPrepared) await InTurnAsync(OpenWriterAsync, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return readers.Read(ask, read);
        }
        catch (Exception e) when (SqliteFailure.IsOfStore(e))
        {
            throw SqliteFailure.Of(path, e);
        }
    }

    /// <summary>Runs <paramref name="write"/> in a transaction of its own, alone in all
    /// processes, and commits it.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken) =>
        InTurnAsync(
            async waiting =>
            {
                var session = await OpenWriterAsync(waiting);
                try
                {
                    await SqliteLock.RunAsync(session.Connection, "BEGIN IMMEDIATE", time, waiting);
                    return SqliteLock.Commit(session, write);
                }
                catch (SqliteException)
                {
                    CloseWriter();
                    throw;
                }
            },
            cancellationToken);

    /// <summary>Closes the file. What is in use is closed by who uses it, when he has ended.</summary>
    public void Dispose()
    {
        isClosed = true;
        readers.Dispose();
        CloseUnused();
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
                ObjectDisposedException.ThrowIf(isClosed, this);
                return await SqliteFailure.GuardAsync(path, () => act(both.Token));
            }
            finally
            {
                turn.Release();
                // Whoever closes the file while it is in use leaves the writer to its user.
                if (isClosed) CloseUnused();
            }
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw SqliteFailure.Busy(path, waitLimit, e);
        }
    }

    private async Task<SqliteSession> OpenWriterAsync(CancellationToken waiting)
    {
        if (writer is not null) return writer;
        SqliteFolder.Prepare(path);
        var session = SqliteSession.Open(path);
        try
        {
            await SqliteSchema.PrepareAsync(session, time, waiting);
        }
        catch
        {
            session.Dispose();
            throw;
        }

        (writer, isPrepared) = (session, true);
        return session;
    }

    private void CloseUnused()
    {
        if (!turn.Wait(0)) return;
        CloseWriter();
        turn.Release();
    }

    private void CloseWriter()
    {
        writer?.Dispose();
        writer = null;
    }
}
