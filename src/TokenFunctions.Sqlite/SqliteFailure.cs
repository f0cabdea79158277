using Microsoft.Data.Sqlite;
using SQLitePCL;
using TokenFunctions.Storage;

namespace TokenFunctions.Sqlite;

/// <summary>Turns SQLite's failures into the one that callers know, with a sentence that says what to do.</summary>
internal static class SqliteFailure
{
    public static T Guard<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (IsOfStore(e))
        {
            throw Of(path, e);
        }
    }

    public static async Task<T> GuardAsync<T>(string path, Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception e) when (IsOfStore(e))
        {
            throw Of(path, e);
        }
    }

    /// <summary>What callers are told of an exception that comes from the file.</summary>
    public static StoreUnavailableException Of(string path, Exception e) => new(Sentence(path, e), e);

    public static StoreUnavailableException Busy(string path, TimeSpan waited, Exception cause) =>
        new($"The database {path} was busy for {waited.TotalSeconds:0.#} s:"
            + " another process may hold it; stop that one or use another file.", cause);

    /// <summary>Whether it comes from the file, and not from who asked.</summary>
    public static bool IsOfStore(Exception e) =>
        e is SqliteException or IOException or UnauthorizedAccessException or InvalidDataException;

    private static string Sentence(string path, Exception e) => (e as SqliteException)?.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            $"The database {path} is busy: another process holds it; stop that one or use another file.",
        raw.SQLITE_FULL => $"The disk of the database {path} is full: make room.",
        raw.SQLITE_IOERR =>
            $"The disk of the database {path} failed to read or write: check the disk and the system's log.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM =>
            $"The database {path} cannot be written: give this program's user the right to write it and its folder.",
        raw.SQLITE_CANTOPEN =>
            $"The database {path} cannot be opened: check that its folder exists and may be entered and written.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
            $"The file {path} is no sound SQLite database: restore a backup or use another file.",
        _ => $"The database {path} cannot be used ({e.Message}).",
    };
}
