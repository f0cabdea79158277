using System.Text.Json;
using TokenFunctions.Host.Apply.Remote;

namespace TokenFunctions.Host.Apply.Differences;

/// <summary>The order in which realms are made: one whose token others use comes before them.</summary>
internal static class RealmOrder
{
    /// <summary>Parents before children, else in the given order. A circle is left for the service to refuse.</summary>
    /// <param name="realms">The realms.</param>
    /// <param name="id">Gives a realm's id.</param>
    /// <param name="config">Gives a realm's config; null = it has none.</param>
    public static IReadOnlyList<T> ParentsFirst<T>(
        IReadOnlyList<T> realms, Func<T, string> id, Func<T, JsonElement?> config)
    {
        var known = realms.ToDictionary(id, StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var ordered = new List<T>();
        foreach (var realm in realms) Visit(realm);
        return ordered;

        void Visit(T realm)
        {
            if (!visited.Add(id(realm))) return;
            foreach (var parent in Parents(config(realm)))
            {
                if (known.TryGetValue(parent, out var found)) Visit(found);
            }

            ordered.Add(realm);
        }
    }

    private static IEnumerable<string> Parents(JsonElement? config) =>
        (config?.Items("uses") ?? []).Select(use => use.Text("realm")).OfType<string>();
}
