using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Standings;

/// <summary>Cuts the rows of many tokens into ranges of about a page, which are read next to each other.</summary>
internal static class TokenRanges
{
    private const int Page = 1000;
    private const int Slices = 8;

    /// <summary>Ranges that hold the rows of these secrets' tokens, and few others.</summary>
    public static IEnumerable<RowQuery> Of(IEnumerable<Secret> secrets)
    {
        // In the order of the tokens' partitions, which is not that of the realms: `~` comes after any letter.
        var realms = secrets.CountBy(secret => secret.Key.Realm + TokenRow.Mark)
            .OrderBy(realm => realm.Key, StringComparer.Ordinal);
        var (first, last, held) = ("", "", 0);
        foreach (var (realm, count) in realms)
        {
            if (held > 0 && held + count > Page)
            {
                yield return Range(first, last);
                held = 0;
            }

            if (held == 0) first = realm;
            (last, held) = (realm, held + count);
            if (held <= 2 * Page) continue;
            foreach (var slice in SlicesOf(realm)) yield return slice;
            held = 0;
        }

        if (held > 0) yield return Range(first, last);
    }

    // What follows the mark is a shard's two digits, and `:` comes after them.
    private static RowQuery Range(string first, string last) =>
        new() { PartitionFrom = first, PartitionBefore = last + ":" };

    private static IEnumerable<RowQuery> SlicesOf(string realm)
    {
        const int Width = TokenRow.Shards / Slices;
        for (var from = 0; from < TokenRow.Shards; from += Width)
        {
            yield return new RowQuery
            {
                PartitionFrom = TokenRow.PartitionOf(realm, from),
                PartitionBefore = TokenRow.PartitionOf(realm, from + Width),
            };
        }
    }
}
