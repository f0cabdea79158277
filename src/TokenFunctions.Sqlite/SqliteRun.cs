using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TokenFunctions.Sqlite;

/// <summary>One run of a compiled statement. Disposing of it makes the statement ready for the next run; what it gave
/// out as a span ends with it.</summary>
internal readonly struct SqliteRun(sqlite3 database, sqlite3_stmt statement) : IDisposable
{
    private const int UsualText = 256;

    /// <summary>Sets the first parameters, all of them texts.</summary>
    public SqliteRun Bind(params ReadOnlySpan<string> texts)
    {
        for (var index = 0; index < texts.Length; index++) BindText(index + 1, texts[index]);
        return this;
    }

    /// <summary>Sets a parameter to bytes; the first one has index 1.</summary>
    public void BindBytes(int index, ReadOnlySpan<byte> bytes) =>
        Check(raw.sqlite3_bind_blob(statement, index, bytes));

    /// <summary>Sets a parameter to a number; the first one has index 1.</summary>
    public void BindNumber(int index, long number) => Check(raw.sqlite3_bind_int64(statement, index, number));

    /// <summary>Goes on to the next row. False = there is none, and the statement has done its work.</summary>
    /// <exception cref="SqliteException">It failed; the connection is to be dropped.</exception>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result != raw.SQLITE_DONE) Check(result);
        return false;
    }

    /// <summary>Does the work of a statement that gives no rows; tells how many it changed.</summary>
    /// <exception cref="SqliteException">It failed; the connection is to be dropped.</exception>
    public int Change()
    {
        Step();
        return raw.sqlite3_changes(database);
    }

    /// <summary>The text of a column of the present row; the first one has index 0.</summary>
    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    /// <summary>The bytes of a column, until the next step; the first one has index 0.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public void Dispose()
    {
        // It tells once more of a failure that was thrown already.
        _ = raw.sqlite3_reset(statement);
        _ = raw.sqlite3_clear_bindings(statement);
    }

    private void BindText(int index, string text)
    {
        // A span without bytes would be bound as NULL.
        if (text.Length == 0)
        {
            Check(raw.sqlite3_bind_text(statement, index, text));
            return;
        }

        Span<byte> usual = stackalloc byte[UsualText];
        var fits = Encoding.UTF8.TryGetBytes(text, usual, out var length);
        var utf8 = fits ? usual[..length] : Encoding.UTF8.GetBytes(text);
        Check(raw.sqlite3_bind_text(statement, index, utf8));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
