using TokenFunctions.Storage.Formats;

namespace TokenFunctions.Realms;

/// <summary>One kind of token endpoint, as it is stored.</summary>
/// <param name="Id">Its name, valid by <see cref="Tokens.NameRule"/>.</param>
/// <param name="Config">The config's JSON, byte for byte as it was sent.</param>
/// <param name="Version">Grows with every change and never falls, also after a realm was
/// removed and made again.</param>
public sealed record Realm(string Id, string Config, long Version)
{
    /// <summary>A person's note.</summary>
    public string? Comment { get; init; }

    /// <summary>The shipped preset whose config this one overrides; null = none.</summary>
    public string? Preset { get; init; }

    /// <summary>The URL of the realm's own token code; null = none.</summary>
    public string? LogicCode { get; init; }

    /// <summary>The realm as somebody wrote it.</summary>
    public RealmDefinition Definition =>
        new(Id, Config) { Comment = Comment, Preset = Preset, LogicCode = LogicCode };

    /// <summary>When it was made, store time, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, store time, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The row's version in the store; null = not read from it.</summary>
    public string? ETag { get; init; }

    /// <summary>What a newer release put into its row; null = nothing.</summary>
    internal NewerCells? Newer { get; init; }

    /// <summary>Id and version, never the config: somebody may have written a credential into it.</summary>
    public override string ToString() => $"{Id} version {Version}";
}
