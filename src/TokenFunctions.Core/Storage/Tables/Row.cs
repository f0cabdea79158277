namespace TokenFunctions.Storage.Tables;

/// <summary>A row: its address and named, typed cells. A cell that is null is absent.</summary>
/// <remarks>Types: text, 64-bit number, real, flag, UTC time (100 ns), bytes. Names: letter first, then letters, digits
/// and <c>_</c>.</remarks>
public sealed class Row
{
    private CellList cells;
    private bool isShared;

    /// <summary>A row without cells.</summary>
    /// <param name="key">Where it is.</param>
    /// <param name="etag">The version that was read; null = it was not read from a store.</param>
    public Row(RowKey key, string? etag = null)
        : this(key, etag, new CellList())
    {
    }

    private Row(RowKey key, string? etag, CellList cells) => (Key, ETag, this.cells) = (key, etag, cells);

    /// <summary>Where the row is.</summary>
    public RowKey Key { get; }

    /// <summary>The version that was read; null for a row that was not read from a store.</summary>
    public string? ETag { get; }

    /// <summary>All cells by name: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>,
    /// <see cref="DateTimeOffset"/> or <c>byte[]</c>.</summary>
    public IReadOnlyDictionary<string, object> Cells => Own();

    /// <summary>Sets a text.</summary>
    public Row Set(string name, string? value) => SetCell(name, value);

    /// <summary>Sets a number.</summary>
    public Row Set(string name, long? value) => SetCell(name, value);

    /// <summary>Sets a real.</summary>
    public Row Set(string name, double? value) => SetCell(name, value);

    /// <summary>Sets a flag.</summary>
    public Row Set(string name, bool? value) => SetCell(name, value);

    /// <summary>Sets a time; kept as UTC.</summary>
    public Row Set(string name, DateTimeOffset? value) => SetCell(name, value?.ToUniversalTime());

    /// <summary>Sets bytes; the array belongs to the row from here on.</summary>
    public Row Set(string name, byte[]? value) => SetCell(name, value);

    /// <summary>The text under <paramref name="name"/>, or null.</summary>
    public string? Text(string name) => cells.Find(name) as string;

    /// <summary>The number under <paramref name="name"/>, or null.</summary>
    public long? Number(string name) => cells.Find(name) as long?;

    /// <summary>The real under <paramref name="name"/>, or null.</summary>
    public double? Real(string name) => cells.Find(name) as double?;

    /// <summary>The flag under <paramref name="name"/>, or null.</summary>
    public bool? Flag(string name) => cells.Find(name) as bool?;

    /// <summary>The time under <paramref name="name"/>, UTC, or null.</summary>
    public DateTimeOffset? Time(string name) => cells.Find(name) as DateTimeOffset?;

    /// <summary>The bytes under <paramref name="name"/>, or null.</summary>
    public byte[]? Bytes(string name) => Own().Find(name) as byte[];

    /// <summary>The same cells under another version. Bytes are copied, so that the copy shares nothing.</summary>
    public Row WithETag(string? newETag) => new(Key, newETag, cells.Copy());

    /// <summary>The row for a reader. It takes a copy of the cells only when it changes one or could: this row must not
    /// be changed any more.</summary>
    internal Row Snapshot() => new(Key, ETag, cells) { isShared = true };

    /// <summary>Sets a cell of any of the types; null = there is to be none.</summary>
    internal Row SetCell(string name, object? value)
    {
        if (value is null) Own().Remove(name);
        else Own().Set(name, value);
        return this;
    }

    private CellList Own()
    {
        if (!isShared) return cells;
        (cells, isShared) = (cells.Copy(), false);
        return cells;
    }
}
