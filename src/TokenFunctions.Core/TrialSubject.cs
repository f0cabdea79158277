using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>With what a realm is tried.</summary>
public sealed record TrialSubject
{
    /// <summary>The realm whose limits count the call; null = none do.</summary>
    public string? Realm { get; init; }

    /// <summary>The stored secret; null = <see cref="Secret"/> is given instead.</summary>
    public TokenKey? Key { get; init; }

    /// <summary>A secret that is not stored; null = the stored one of <see cref="Key"/>.</summary>
    public SecretFields? Secret { get; init; }

    /// <summary>Pushed inputs that are not stored; they come before the stored ones.</summary>
    public IReadOnlyDictionary<string, SecretText> Inputs { get; init; } =
        new Dictionary<string, SecretText>(StringComparer.Ordinal);

    /// <summary>Whether to ask as for a forced renewal.</summary>
    public bool Forced { get; init; }

    /// <summary>Whose secret it is, never a value.</summary>
    public override string ToString() => Key?.ToString() ?? "a given secret";
}
