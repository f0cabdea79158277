using System.Text;

namespace TokenFunctions.Storage.Tables;

/// <summary>What every store can hold, taken from Azure Table Storage, which can hold the least: an entity is at most
/// 1 MiB and has at most 252 properties (learn.microsoft.com, "Understanding the Table service data model").</summary>
public static class RowLimits
{
    /// <summary>The largest row, in bytes, counting text as UTF-16; leaves room for what a store adds itself.</summary>
    public const int MaxBytes = 960 * 1024;

    /// <summary>The most cells of a row; leaves room for the parts that long cells are split into.</summary>
    public const int MaxCells = 200;

    /// <summary>The largest page of a query, in rows.</summary>
    public const int MaxPage = 1000;

    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The earliest time of a cell (Azure Table Storage, Edm.DateTime).</summary>
    public static DateTimeOffset MinTime { get; } = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Refuses a row that not every store could hold, so that all stores refuse alike.</summary>
    /// <exception cref="ArgumentException">The address or a cell's name is not allowed, a time is before
    /// <see cref="MinTime"/>, or a text is not well-formed UTF-16.</exception>
    /// <exception cref="RowTooLargeException">More than <see cref="MaxBytes"/> or <see cref="MaxCells"/>.</exception>
    public static void Check(Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        Check(row.Key);
        foreach (var (name, value) in row.Cells) CheckCell(name, value);
        var size = row.Cells.Sum(c => Size(c.Key, c.Value));
        if (row.Cells.Count > MaxCells || size > MaxBytes) throw new RowTooLargeException(row.Key, size);
    }

    /// <summary>Refuses an address that not every store allows.</summary>
    /// <exception cref="ArgumentException">The address is not allowed.</exception>
    public static void Check(RowKey key)
    {
        if (key.IsValid) return;
        throw new ArgumentException("The row's address holds a character that not every store allows.", nameof(key));
    }

    /// <summary>Refuses a query whose page is not 1 to <see cref="MaxPage"/> rows.</summary>
    /// <exception cref="ArgumentException">The page size is out of range.</exception>
    public static void Check(RowQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.PageSize is < 1 or > MaxPage)
            throw new ArgumentException($"A page has 1 to {MaxPage} rows.", nameof(query));
    }

    /// <summary>Refuses a table name that is not 3 to 63 lower-case letters.</summary>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    public static void CheckTable(string name)
    {
        if (name is not { Length: >= 3 and <= 63 } || !name.All(char.IsAsciiLetterLower))
            throw new ArgumentException("A table's name has 3 to 63 lower-case letters.", nameof(name));
    }

    private static void CheckCell(string name, object value)
    {
        if (!IsCellName(name)) throw new ArgumentException($"The cell name '{name}' is not allowed.", nameof(name));
        if (value is DateTimeOffset time && time < MinTime)
        {
            throw new ArgumentException(
                $"The time in cell '{name}' is before 1601, which not every store can hold.", nameof(value));
        }

        if (value is string text && !IsWellFormed(text))
        {
            throw new ArgumentException(
                $"The text in cell '{name}' holds half a surrogate pair, which not every store keeps.", nameof(value));
        }
    }

    private static bool IsCellName(string name) =>
        name.Length is > 0 and <= 64
        && char.IsAsciiLetter(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        && !name.Contains("__", StringComparison.Ordinal)
        && name is not ("PartitionKey" or "RowKey" or "Timestamp");

    private static bool IsWellFormed(string text)
    {
        try
        {
            Strict.GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    private static long Size(string name, object value) => 8 + (2L * name.Length) + value switch
    {
        string s => 4 + (2L * s.Length),
        byte[] b => 4 + b.Length,
        _ => 8,
    };
}
