using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Storage.Formats;

/// <summary>Cells that no release has: what the next one may add.</summary>
internal static class NextCells
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Adds up to eight cells of any types to a row, chosen by chance.</summary>
    /// <returns>The names.</returns>
    public static IReadOnlyList<string> Add(Row row, Chance chance)
    {
        var names = Enumerable.Range(0, 1 + chance.Below(8)).Select(n => FormattableString.Invariant($"next_{n}")).ToList();
        foreach (var name in names) Set(row, name, chance);
        return names;
    }

    private static Row Set(Row row, string name, Chance chance) => chance.Below(6) switch
    {
        0 => row.Set(name, Chance.Whole(chance.Text()).Replace("\0", "", StringComparison.Ordinal)),
        1 => row.Set(name, (long)chance.Below(int.MaxValue)),
        2 => row.Set(name, chance.Below(1000) / 8.0),
        3 => row.Set(name, chance.OneIn(2)),
        4 => row.Set(name, Noon.AddTicks(chance.Below(int.MaxValue))),
        _ => row.Set(name, chance.Bytes()),
    };
}
