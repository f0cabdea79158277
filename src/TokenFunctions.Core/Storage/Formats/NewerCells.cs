using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Storage.Formats;

/// <summary>What a newer release put into a row and this one does not know. Whoever reads a row in order to write it
/// anew keeps it, so that nothing of it is lost.</summary>
public sealed class NewerCells
{
    private readonly long format;
    private readonly IReadOnlyList<KeyValuePair<string, object>> cells;

    private NewerCells(long format, IReadOnlyList<KeyValuePair<string, object>> cells) =>
        (this.format, this.cells) = (format, cells);

    /// <summary>What is in a row beside that which this release would write of it.</summary>
    /// <param name="read">The row as it was read.</param>
    /// <param name="known">Gives the same row as this release would write it; asked only for rows of newer
    /// releases.</param>
    /// <returns>Null = no newer release wrote the row.</returns>
    public static NewerCells? In(Row read, Func<Row> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (!RowFormat.IsNewer(read)) return null;
        var own = known().Cells;
        return new(RowFormat.Of(read), [.. read.Cells.Where(c => IsForeign(c.Key) && !own.ContainsKey(c.Key))]);
    }

    /// <summary>Puts them into a row that is to be written; what this release has set in it stays.</summary>
    internal Row PutInto(Row row)
    {
        foreach (var (name, value) in cells)
            if (!row.Cells.ContainsKey(name)) row.SetCell(name, value);
        return row.Set(RowFormat.Cell, format).Set(RowFormat.WrittenAs, RowFormat.Own);
    }

    private static bool IsForeign(string name) => name is not (RowFormat.Cell or RowFormat.WrittenAs);
}
