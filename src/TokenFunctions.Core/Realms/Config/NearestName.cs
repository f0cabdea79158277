namespace TokenFunctions.Realms.Config;

/// <summary>Finds the known name that a mistyped one is most like.</summary>
internal static class NearestName
{
    /// <summary>The name of <paramref name="known"/> with the fewest letters to change (Levenshtein);
    /// the first of equals.</summary>
    /// <param name="name">The name as it was typed.</param>
    /// <param name="known">The names there are; at least one.</param>
    public static string Of(string name, IEnumerable<string> known)
    {
        // A name that is far longer than any known one is not worth the square of its length.
        var typed = name.Length > 64 ? name[..64] : name;
        return known.MinBy(candidate => Distance(typed, candidate)) ?? "";
    }

    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var above = row[j];
                var swap = char.ToLowerInvariant(from[i - 1]) == to[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + swap);
                diagonal = above;
            }
        }
        return row[^1];
    }
}
