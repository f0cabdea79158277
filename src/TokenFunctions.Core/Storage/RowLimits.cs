namespace TokenFunctions.Storage;

/// <summary>What every store can hold, taken from Azure Table Storage, which can hold the least: an entity is at most
/// 1 MiB and has at most 252 properties (learn.microsoft.com, "Understanding the Table service data model").</summary>
public static class RowLimits
{
    /// <summary>The largest row, in bytes, counting text as UTF-16; leaves room for what a store adds of its own.</summary>
    public const int MaxBytes = 960 * 1024;

    /// <summary>The most cells of a row; leaves room for the parts that long cells are split into.</summary>
    public const int MaxCells = 200;

    /// <summary>Refuses a row that not every store could hold, so that all stores refuse alike.</summary>
    /// <exception cref="ArgumentException">The address or a cell's name is not allowed.</exception>
    /// <exception cref="RowTooLargeException">The row is larger than <see cref="MaxBytes"/> or has too many cells.</exception>
    public static void Check(Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!row.Key.IsValid) throw new ArgumentException("The row's address holds a character that not every store allows.", nameof(row));
        if (row.Cells.Keys.FirstOrDefault(n => !IsCellName(n)) is { } bad)
            throw new ArgumentException($"The cell name '{bad}' is not allowed.", nameof(row));
        var size = row.Cells.Sum(c => Size(c.Key, c.Value));
        if (row.Cells.Count > MaxCells || size > MaxBytes) throw new RowTooLargeException(row.Key, size);
    }

    private static bool IsCellName(string name) =>
        name.Length is > 0 and <= 64 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        && !name.Contains("__", StringComparison.Ordinal)
        && name is not ("PartitionKey" or "RowKey" or "Timestamp");

    private static long Size(string name, object value) => 8 + (2L * name.Length) + value switch
    {
        string s => 4 + (2L * s.Length),
        byte[] b => 4 + b.Length,
        _ => 8,
    };
}
