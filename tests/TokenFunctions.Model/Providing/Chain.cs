namespace TokenFunctions.Model.Providing;

/// <summary>The refresh tokens that go back to one initial value.</summary>
/// <param name="Initial">The first.</param>
public sealed record Chain(string Initial)
{
    private readonly List<string> all = [Initial];

    /// <summary>The newest.</summary>
    public string Newest => all[^1];

    /// <summary>Whether the provider takes none of them any more, since an old one was sent again.</summary>
    public bool IsDead { get; set; }

    /// <summary>How many there are.</summary>
    public int Count => all.Count;

    /// <summary>Whether the value is one of them.</summary>
    public bool Has(string value) => all.Contains(value, StringComparer.Ordinal);

    /// <summary>Makes the next.</summary>
    public string Rotate()
    {
        all.Add($"{Initial}.{all.Count}");
        return Newest;
    }
}
