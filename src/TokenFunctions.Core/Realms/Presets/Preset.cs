using System.Text.Json;

namespace TokenFunctions.Realms.Presets;

/// <summary>A realm that ships with the product, for a well-known provider.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Json">The whole preset, as it is shown.</param>
public sealed record Preset(string Id, JsonElement Json)
{
    /// <summary>What it is for, for people.</summary>
    public required string Title { get; init; }

    /// <summary>The provider's page on the token endpoint.</summary>
    public required string Documentation { get; init; }

    /// <summary>The secret fields that it reads.</summary>
    public required IReadOnlyList<PresetField> Secret { get; init; }

    /// <summary>The config.</summary>
    public required JsonElement Config { get; init; }

    /// <summary>How much of it was seen at the provider: <c>confirmed</c>, <c>partly</c> or
    /// <c>unconfirmed</c>.</summary>
    public required string Confirmation { get; init; }

    /// <summary>What is confirmed and what is not, and what has to be set up at the provider.</summary>
    public required string Notes { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
