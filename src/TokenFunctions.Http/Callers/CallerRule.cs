using TokenFunctions.Http.Access;

namespace TokenFunctions.Http.Callers;

/// <summary>One thing that a caller is allowed: some verbs for some keys of some realms.</summary>
/// <param name="Realm">Which realms.</param>
/// <param name="Key">Which keys of them.</param>
/// <param name="Verbs">What may be done; at least one.</param>
public sealed record CallerRule(NamePattern Realm, NamePattern Key, IReadOnlyList<Verb> Verbs)
{
    /// <summary>Whether it allows that for this key.</summary>
    public bool Allows(Verb verb, string realm, string key) =>
        Verbs.Contains(verb) && Realm.Matches(realm) && Key.Matches(key);

    /// <summary>Whether it allows that for every key of this realm.</summary>
    public bool AllowsAll(Verb verb, string realm) => Key.IsAll && Verbs.Contains(verb) && Realm.Matches(realm);

    /// <summary>Whether it allows that for some key of this realm; null = of any realm.</summary>
    public bool AllowsSome(Verb verb, string? realm) =>
        Verbs.Contains(verb) && (realm is null || Realm.Matches(realm));

    /// <summary>Whether it allows that for every key of some realm.</summary>
    public bool AllowsSomeRealm(Verb verb) => Key.IsAll && Verbs.Contains(verb);

    /// <summary>Whether it allows that for every key of every realm.</summary>
    public bool AllowsAll(Verb verb) => Key.IsAll && Realm.IsAll && Verbs.Contains(verb);
}
