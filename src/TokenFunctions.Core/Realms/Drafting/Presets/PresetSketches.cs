using System.Text.Json;
using TokenFunctions.Realms.Presets;

namespace TokenFunctions.Realms.Drafting.Presets;

/// <summary>Sketches of the presets that ask a provider over HTTP.</summary>
public static class PresetSketches
{
    /// <summary>The sketches, in the presets' order.</summary>
    public static IReadOnlyList<PresetSketch> Of(IEnumerable<Preset> presets) =>
    [
        .. presets.Where(preset => preset.Config.TryGetProperty("url", out _)).Select(preset => new PresetSketch(
            preset.Id, preset.Title, Text(preset.Config, "url")!, Text(preset.Config, "method") ?? "POST")),
    ];

    private static string? Text(JsonElement config, string member) =>
        config.TryGetProperty(member, out var value) ? value.GetString() : null;
}
