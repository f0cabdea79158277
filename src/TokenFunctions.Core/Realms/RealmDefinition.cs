namespace TokenFunctions.Realms;

/// <summary>A realm as somebody wrote it.</summary>
/// <param name="Id">Its name, valid by <see cref="Tokens.NameRule"/>.</param>
/// <param name="Config">The config's JSON, byte for byte as it was sent; an empty object where only a preset or
/// <c>logic_code</c> was given.</param>
public sealed record RealmDefinition(string Id, string Config)
{
    /// <summary>A person's note.</summary>
    public string? Comment { get; init; }

    /// <summary>The shipped preset whose config this one overrides, member by member; null = none.</summary>
    public string? Preset { get; init; }

    /// <summary>The first system's way out: a URL that gets the secret by POST and answers <c>{token, expires_in}</c>
    /// (s); null = none.</summary>
    public string? LogicCode { get; init; }

    /// <summary>The id, never the config: somebody may have written a credential into it.</summary>
    public override string ToString() => Id;
}
