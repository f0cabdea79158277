using System.Text.Json;
using TokenFunctions.Processes.App;
using TokenFunctions.Realms.Presets;

namespace TokenFunctions.Fuzzing.Requests;

/// <summary>Configs to begin with: of all presets and of the conformance vectors.</summary>
internal static class KnownRealms
{
    public static IReadOnlyList<string> Configs { get; } =
        [.. PresetCatalog.All.Select(preset => preset.Config.GetRawText()), .. Vectors()];

    private static List<string> Vectors()
    {
        var folder = Path.Combine(AppFolder.Repository, "tests", "TokenFunctions.Core.Tests", "Conformance", "Vectors");
        var file = File.ReadAllText(Path.Combine(folder, "realm-vectors.json"));
        var realms = JsonElement.Parse(file).EnumerateArray().Select(vector => vector.GetProperty("realm"));
        return [.. realms.Where(realm => realm.TryGetProperty("config", out _)).Select(realm => realm.GetProperty("config").GetRawText())];
    }
}
