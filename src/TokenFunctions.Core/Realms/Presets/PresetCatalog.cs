using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace TokenFunctions.Realms.Presets;

/// <summary>The presets that ship with the product: one JSON file each, in this assembly.</summary>
public static class PresetCatalog
{
    private const string Room = "presets/";

    private static readonly Lazy<FrozenDictionary<string, Preset>> Presets =
        new(() => Load().ToFrozenDictionary(preset => preset.Id, StringComparer.Ordinal));

    /// <summary>All presets in the order of their ids.</summary>
    public static IReadOnlyList<Preset> All { get; } =
        [.. Presets.Value.Values.OrderBy(preset => preset.Id, StringComparer.Ordinal)];

    /// <summary>The preset; null = there is none of this name.</summary>
    public static Preset? Find(string id) => Presets.Value.GetValueOrDefault(id);

    private static IEnumerable<Preset> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(Room, StringComparison.Ordinal)) continue;
            using var file = assembly.GetManifestResourceStream(name)!;
            using var json = JsonDocument.Parse(file);
            yield return PresetReader.Read(json.RootElement.Clone());
        }
    }
}
