namespace TokenFunctions.Realms.Requests;

/// <summary>Named values in order: headers, pairs of a query or form, members of a body.</summary>
/// <param name="names">When two names are the same.</param>
internal sealed class NamedList<T>(StringComparer names)
{
    private readonly List<KeyValuePair<string, T>> entries = [];

    /// <summary>The values in order.</summary>
    public IReadOnlyList<KeyValuePair<string, T>> Entries => entries;

    /// <summary>Puts a value behind all others.</summary>
    public void Add(string name, T value) => entries.Add(new(name, value));

    /// <summary>Puts a value in as the first system did: it takes the place of the first of its name, and any further
    /// one of that name goes.</summary>
    public void Set(string name, T value)
    {
        var first = entries.FindIndex(IsOf(name));
        if (first < 0)
        {
            Add(name, value);
            return;
        }
        entries.RemoveAll(IsOf(name));
        entries.Insert(first, new(name, value));
    }

    /// <summary>Whether there is a value of the name.</summary>
    public bool Has(string name) => entries.Exists(IsOf(name));

    private Predicate<KeyValuePair<string, T>> IsOf(string name) => entry => names.Equals(entry.Key, name);
}
