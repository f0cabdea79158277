namespace TokenFunctions.Standings;

/// <summary>Puts those first that somebody should look at: by state, then those that end soonest, then by
/// name.</summary>
public sealed class TroubleOrder : IComparer<Standing>
{
    private static readonly Dictionary<string, int> Ranks = StandingNames.ByTrouble
        .Index().ToDictionary(each => each.Item, each => each.Index, StringComparer.Ordinal);

    private TroubleOrder()
    {
    }

    /// <summary>The one order.</summary>
    public static TroubleOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(Standing? x, Standing? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var order = Ranks[x.State].CompareTo(Ranks[y.State]);
        if (order == 0) order = (x.DeadAt ?? DateTimeOffset.MaxValue).CompareTo(y.DeadAt ?? DateTimeOffset.MaxValue);
        if (order == 0) order = string.CompareOrdinal(x.Key.Realm, y.Key.Realm);
        return order != 0 ? order : string.CompareOrdinal(x.Key.Key, y.Key.Key);
    }
}
