namespace TokenFunctions.Tokens;

/// <summary>The address of one token and of the secret that it is got with: (realm, key).</summary>
/// <param name="Realm">The realm's id, valid by <see cref="NameRule"/>.</param>
/// <param name="Key">The name callers ask by; not a credential. Valid by <see cref="NameRule"/>.</param>
public readonly record struct TokenKey(string Realm, string Key)
{
    /// <summary><c>realm/key</c>; neither part can hold a slash.</summary>
    public override string ToString() => $"{Realm}/{Key}";
}
