using System.Collections.Concurrent;
using SQLitePCL;

namespace TokenFunctions.Sqlite;

/// <summary>The connections that read: those that are not in use lie open, with what was compiled on them.</summary>
/// <param name="path">The file, which must exist at the first read.</param>
internal sealed class SqliteReaders(string path) : IDisposable
{
    private const int MostIdle = 16;

    // Readers wait only for one who makes the write-ahead log anew after a crash.
    private const int BusyMs = 1000;

    private readonly ConcurrentQueue<SqliteSession> idle = new();
    private volatile bool isClosed;

    /// <summary>Reads on a connection that nobody else uses meanwhile. One on which reading failed is not used
    /// again.</summary>
    public T Read<TAsk, T>(TAsk ask, Func<SqliteSession, TAsk, T> read)
    {
        var session = idle.TryDequeue(out var open) ? open : Open();
        T result;
        try
        {
            result = read(session, ask);
        }
        catch
        {
            session.Dispose();
            throw;
        }

        if (isClosed || idle.Count >= MostIdle) session.Dispose();
        else idle.Enqueue(session);
        // It may have been closed between the look and the enqueuing.
        if (isClosed) Close();
        return result;
    }

    /// <summary>Closes them; one that is in use when its reading ends.</summary>
    public void Dispose()
    {
        isClosed = true;
        Close();
    }

    private SqliteSession Open()
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        var session = SqliteSession.Open(path);
        _ = raw.sqlite3_busy_timeout(session.Connection.Handle!, BusyMs);
        return session;
    }

    private void Close()
    {
        while (idle.TryDequeue(out var session)) session.Dispose();
    }
}
