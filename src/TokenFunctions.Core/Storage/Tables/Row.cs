namespace TokenFunctions.Storage.Tables;

/// <summary>A row: its address and named, typed cells. A cell that is null is absent.</summary>
/// <remarks>Types: text, 64-bit number, real, flag, UTC time (100 ns), bytes. Names: letter first, then letters, digits
/// and <c>_</c>.</remarks>
public sealed class Row(RowKey key, string? etag = null)
{
    private readonly SortedDictionary<string, object> cells = new(StringComparer.Ordinal);

    /// <summary>Where the row is.</summary>
    public RowKey Key { get; } = key;

    /// <summary>The version that was read; null for a row that was not read from a store.</summary>
    public string? ETag { get; } = etag;

    /// <summary>All cells by name: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>,
    /// <see cref="DateTimeOffset"/> or <c>byte[]</c>.</summary>
    public IReadOnlyDictionary<string, object> Cells => cells;

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
    public string? Text(string name) => cells.GetValueOrDefault(name) as string;

    /// <summary>The number under <paramref name="name"/>, or null.</summary>
    public long? Number(string name) => cells.GetValueOrDefault(name) as long?;

    /// <summary>The real under <paramref name="name"/>, or null.</summary>
    public double? Real(string name) => cells.GetValueOrDefault(name) as double?;

    /// <summary>The flag under <paramref name="name"/>, or null.</summary>
    public bool? Flag(string name) => cells.GetValueOrDefault(name) as bool?;

    /// <summary>The time under <paramref name="name"/>, UTC, or null.</summary>
    public DateTimeOffset? Time(string name) => cells.GetValueOrDefault(name) as DateTimeOffset?;

    /// <summary>The bytes under <paramref name="name"/>, or null.</summary>
    public byte[]? Bytes(string name) => cells.GetValueOrDefault(name) as byte[];

    /// <summary>The same cells under another version. Bytes are copied, so that the copy shares nothing.</summary>
    public Row WithETag(string? newETag)
    {
        var copy = new Row(Key, newETag);
        foreach (var (name, value) in cells) copy.cells[name] = value is byte[] bytes ? bytes.Clone() : value;
        return copy;
    }

    /// <summary>Sets a cell of any of the types; null = there is to be none.</summary>
    internal Row SetCell(string name, object? value)
    {
        if (value is null) cells.Remove(name);
        else cells[name] = value;
        return this;
    }
}
