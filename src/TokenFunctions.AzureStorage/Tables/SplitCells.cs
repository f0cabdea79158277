using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>The cells of an entity whose values lie in several properties. Until all are read, the row holds each under
/// its property's name.</summary>
internal sealed class SplitCells(Row row)
{
    // An answer may be wrong, and hold a property twice: the last one counts.
    private readonly HashSet<(string Cell, int Part, string Property)> parts = [];

    /// <summary>Takes up a property with <c>__</c> in its name, which the row holds by now.</summary>
    public void Add(string property)
    {
        if (property.EndsWith(EntityNames.Bits, StringComparison.Ordinal) && row.Number(property) is { } bits)
        {
            row.Set(property, (string?)null);
            row.Set(property[..^EntityNames.Bits.Length], BitConverter.Int64BitsToDouble(bits));
            return;
        }

        var (cell, part) = EntityNames.Read(property);
        if (part > 0 && row.Cells.ContainsKey(property)) parts.Add((cell, part, property));
    }

    /// <summary>Puts the parts of each cell together.</summary>
    /// <exception cref="InvalidCastException">They are of several types.</exception>
    public void Join()
    {
        foreach (var cell in parts.GroupBy(part => part.Cell, StringComparer.Ordinal))
        {
            var first = row.Cells.TryGetValue(cell.Key, out var value) ? [value] : Array.Empty<object>();
            object[] all = [.. first, .. cell.OrderBy(part => part.Part).Select(part => Take(part.Property))];
            if (all[0] is byte[]) row.Set(cell.Key, [.. all.Cast<byte[]>().SelectMany(bytes => bytes)]);
            else row.Set(cell.Key, string.Concat(all.Cast<string>()));
        }
    }

    private object Take(string property)
    {
        var value = row.Cells[property];
        row.Set(property, (string?)null);
        return value;
    }
}
