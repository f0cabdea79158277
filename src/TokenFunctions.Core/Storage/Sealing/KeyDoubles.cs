namespace TokenFunctions.Storage.Sealing;

/// <summary>Finds sealing keys that are there twice: somebody meant another key, and would find that out only when
/// values cannot be opened any more.</summary>
public static class KeyDoubles
{
    /// <summary>What is wrong; null = every key is there once.</summary>
    /// <param name="keys">All keys, the active one first where <paramref name="hasActive"/>.</param>
    /// <param name="hasActive">Whether the first one is the active one.</param>
    /// <param name="where">Where they stand, as the beginning of a sentence.</param>
    public static string? Find(IReadOnlyList<SealingKey> keys, bool hasActive, string where)
    {
        var twice = keys.GroupBy(key => key.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any());
        if (twice is null) return null;
        return hasActive && string.Equals(twice.Key, keys[0].Id, StringComparison.Ordinal)
            ? $"{where}: an older key ({twice.Key}) is the active one; take it out of the older ones"
            : $"{where}: the key {twice.Key} is there twice; was another one meant?";
    }
}
