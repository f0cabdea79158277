using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Storage.Formats;

/// <summary>The format of rows, one number for all kinds of rows: every row tells in its cell <c>v</c> the newest
/// format that wrote it. A release reads its own format, older ones and the next one, since two releases run at once
/// during an upgrade; rows that are further ahead are left alone.</summary>
/// <remarks>What a next format may do: add cells, whose absence means what was so before. It must not give a cell
/// another meaning, nor a text in a cell another grammar, and what is to restrict somebody must be such that this
/// release refuses it: it does not look at cells that it does not know.</remarks>
public static class RowFormat
{
    /// <summary>The format that this release writes.</summary>
    public const long Own = 1;

    /// <summary>The formats that this release reads, the oldest first.</summary>
    public static IReadOnlyList<long> Read { get; } = [.. Enumerable.Range(1, (int)Newest).Select(format => (long)format)];

    /// <summary>The cell with the row's format.</summary>
    internal const string Cell = "v";

    /// <summary>The cell that says that a release of this older format was the last to write the row: cells of the
    /// row's own format that follow from others may be out of date.</summary>
    internal const string WrittenAs = "written_as";

    private const long Newest = Own + 1;

    /// <summary>Whether this release knows enough of the row to read it and to write it anew.</summary>
    public static bool IsReadable(Row row) => Of(row) <= Newest;

    /// <summary>The row, if this release may read it.</summary>
    /// <exception cref="RowFormatException">It is of a format further ahead than the next one.</exception>
    public static Row Readable(this Row row) => IsReadable(row) ? row : throw new RowFormatException(Of(row), Newest);

    /// <summary>Marks a row that is to be written, and puts in what a newer release had in it.</summary>
    /// <param name="row">The row with all that this release knows of it.</param>
    /// <param name="newer">What else it held when it was read; null = nothing, or it is a new row.</param>
    public static Row Stamp(this Row row, NewerCells? newer = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        return newer is null ? row.Set(Cell, Own) : newer.PutInto(row);
    }

    /// <summary>Marks a row that is to be written in place of another one, all of whose cells it replaces that this
    /// release knows.</summary>
    /// <param name="row">The row.</param>
    /// <param name="old">The one that it replaces; null = there is none.</param>
    /// <exception cref="RowFormatException">The old one is of a format further ahead than the next one.</exception>
    public static Row StampOver(this Row row, Row? old) =>
        row.Stamp(old is null ? null : NewerCells.In(old.Readable(), () => row));

    /// <summary>Marks a row of which some cells are written anew as they are in place.</summary>
    internal static Row StampChanged(Row row) => IsNewer(row) ? row.Set(WrittenAs, Own) : row;

    /// <summary>Whether a newer release made the row what it is.</summary>
    internal static bool IsNewer(Row row) => Of(row) > Own;

    /// <summary>The row's format; 0 = it does not tell.</summary>
    internal static long Of(Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Number(Cell) ?? 0;
    }
}
