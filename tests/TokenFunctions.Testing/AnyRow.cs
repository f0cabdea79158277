using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Testing;

/// <summary>Rows by chance: all types of cells, long ones too.</summary>
public static class AnyRow
{
    public static Row At(RowKey key, Chance chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        var row = new Row(key);
        for (var cells = chance.Below(8); cells > 0; cells--)
        {
            var name = $"c{chance.Below(20)}";
            _ = chance.Below(6) switch
            {
                0 => row.Set(name, Chance.Whole(chance.Text()) + (chance.OneIn(10) ? string.Concat(Enumerable.Repeat("a😀", 20_000)) : "")),
                1 => row.Set(name, (long)chance.Below(int.MaxValue) * chance.Pick(1L, -1L, 1L << 31)),
                2 => row.Set(name, chance.Pick(0.0, -0.0, double.NaN, double.MaxValue, double.Epsilon, double.NegativeInfinity, 0.1)),
                3 => row.Set(name, chance.OneIn(2)),
                4 => row.Set(name, RowLimits.MinTime.AddSeconds(chance.Below(int.MaxValue)).AddTicks(chance.Below(1000))),
                _ => row.Set(name, chance.OneIn(10) ? new byte[70_000] : chance.Bytes()),
            };
        }

        return row;
    }
}
