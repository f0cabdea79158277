namespace TokenFunctions.Registry;

/// <summary>The order in which realms are made: one whose token others use comes before them.</summary>
public static class RealmOrder
{
    /// <summary>Parents before children, else in the given order. A circle is left for whoever saves to
    /// refuse.</summary>
    /// <param name="realms">The realms, each once.</param>
    /// <param name="id">Gives a realm's id.</param>
    /// <param name="uses">Gives the ids of the realms whose tokens it uses.</param>
    public static IReadOnlyList<T> ParentsFirst<T>(
        IReadOnlyList<T> realms, Func<T, string> id, Func<T, IEnumerable<string>> uses)
    {
        var known = realms.ToDictionary(id, StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var ordered = new List<T>();
        foreach (var realm in realms) Visit(realm);
        return ordered;

        void Visit(T realm)
        {
            if (!visited.Add(id(realm))) return;
            foreach (var parent in uses(realm))
            {
                if (known.TryGetValue(parent, out var found)) Visit(found);
            }

            ordered.Add(realm);
        }
    }
}
