namespace TokenFunctions.Http.Access;

/// <summary>The verbs as they are written.</summary>
public static class Verbs
{
    private static readonly Dictionary<string, Verb> ByName = new(StringComparer.Ordinal)
    {
        ["read"] = Verb.Read,
        ["flush"] = Verb.Flush,
        ["status"] = Verb.Status,
        ["input"] = Verb.Input,
        ["admin"] = Verb.Admin,
    };

    /// <summary>All names, in the order in which they are told.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>The verb of that name; null = there is none.</summary>
    public static Verb? Parse(string? name) => name is not null && ByName.TryGetValue(name, out var verb) ? verb : null;

    /// <summary>A verb's name.</summary>
    public static string NameOf(Verb verb) => ByName.First(named => named.Value == verb).Key;
}
