using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TokenFunctions.Storage.Tables;

/// <summary>The cells of a row in the ordinal order of their names. A row has few: one sorted array of them is made and
/// read faster than a tree, and is smaller.</summary>
internal sealed class CellList : IReadOnlyDictionary<string, object>
{
    private const int Few = 8;
    private KeyValuePair<string, object>[] cells = [];

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public IEnumerable<string> Keys => cells.Take(Count).Select(cell => cell.Key);

    /// <inheritdoc/>
    public IEnumerable<object> Values => cells.Take(Count).Select(cell => cell.Value);

    /// <inheritdoc/>
    public object this[string key] => Find(key) ?? throw new KeyNotFoundException($"There is no cell '{key}'.");

    /// <summary>The value under <paramref name="name"/>; null = there is none.</summary>
    public object? Find(string name) => IndexOf(name) is var at && at >= 0 ? cells[at].Value : null;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value) => (value = Find(key)) is not null;

    /// <summary>Sets a cell, in place of one of that name.</summary>
    public void Set(string name, object value)
    {
        // Stores give cells in their order.
        var isLast = Count == 0 || string.CompareOrdinal(cells[Count - 1].Key, name) < 0;
        var at = isLast ? ~Count : IndexOf(name);
        if (at >= 0) cells[at] = new(name, value);
        else Insert(~at, new(name, value));
    }

    /// <summary>Takes a cell away, if it is there.</summary>
    public void Remove(string name)
    {
        var at = IndexOf(name);
        if (at < 0) return;
        Count--;
        Array.Copy(cells, at + 1, cells, at, Count - at);
        cells[Count] = default;
    }

    /// <summary>The same cells, with bytes of their own.</summary>
    public CellList Copy()
    {
        var copy = new CellList { cells = cells[..Count], Count = Count };
        foreach (ref var cell in copy.cells.AsSpan())
            if (cell.Value is byte[] bytes) cell = new(cell.Key, bytes.Clone());
        return copy;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => cells.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Insert(int at, KeyValuePair<string, object> cell)
    {
        if (Count == cells.Length) Array.Resize(ref cells, Math.Max(Few, Count * 2));
        Array.Copy(cells, at, cells, at + 1, Count - at);
        cells[at] = cell;
        Count++;
    }

    // The place of the cell; where there is none, the complement of where it would be.
    private int IndexOf(string name)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(cells[middle].Key, name);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }
}
