namespace TokenFunctions.Realms.Presets;

/// <summary>A secret field that a preset reads.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Label">What it is, for people.</param>
public sealed record PresetField(string Name, string Label)
{
    /// <summary>Whether it must not be seen; a client id, for one, may be.</summary>
    public bool IsConfidential { get; init; } = true;

    /// <summary>Whether the preset cannot do without it.</summary>
    public bool IsRequired { get; init; } = true;
}
