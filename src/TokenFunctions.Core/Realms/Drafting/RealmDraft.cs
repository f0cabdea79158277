using System.Text.Json.Nodes;
using TokenFunctions.Realms.Drafting.Presets;

namespace TokenFunctions.Realms.Drafting;

/// <summary>A realm that was guessed from a request. It holds no value that is or may be confidential.</summary>
public sealed record RealmDraft
{
    /// <summary>A suggested id, made from the host and valid by <see cref="Tokens.NameRule"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The config.</summary>
    public required JsonObject Config { get; init; }

    /// <summary>The fields that the config reads of a secret, in the order of the request.</summary>
    public required IReadOnlyList<DraftField> Secret { get; init; }

    /// <summary>The preset that is most like it; null = none is.</summary>
    public PresetMatch? Preset { get; init; }

    /// <summary>Sentences about what was guessed and what to check.</summary>
    public required IReadOnlyList<string> Unsure { get; init; }

    /// <summary>The id alone.</summary>
    public override string ToString() => Id;
}
