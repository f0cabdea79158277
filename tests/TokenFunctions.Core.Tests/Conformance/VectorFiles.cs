using System.Text.Json;

namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>All vectors: the repository's own, those of presets, and those of the folder that the variable
/// <c>TOKENFUNCTIONS_VECTORS</c> names.</summary>
internal static class VectorFiles
{
    public const string FolderVariable = "TOKENFUNCTIONS_VECTORS";

    private static readonly Lazy<IReadOnlyDictionary<string, Vector>> Known = new(() => Read(Folders()));

    public static IEnumerable<Vector> All => Known.Value.Values;

    public static Vector Find(string name) => Known.Value[name];

    /// <summary>The vectors of folders, each under a name of its own.</summary>
    public static IReadOnlyDictionary<string, Vector> Read(IEnumerable<string> folders)
    {
        var vectors = new Dictionary<string, Vector>(StringComparer.Ordinal);
        var files = folders.SelectMany(folder => Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal));
        foreach (var file in files)
            foreach (var json in Vectors(JsonDocument.Parse(File.ReadAllText(file)).RootElement))
            {
                var provider = json.TryGetProperty("provider", out var text) ? text.GetString() : "vector";
                var wanted = $"{Path.GetFileNameWithoutExtension(file)}/{provider}";
                var name = wanted;
                for (var number = 2; vectors.ContainsKey(name); number++) name = $"{wanted}-{number}";
                vectors.Add(name, new Vector(name, json));
            }
        return vectors;
    }

    // A file is a list of vectors, one vector, or an object with such a list in it.
    private static IEnumerable<JsonElement> Vectors(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array) return root.EnumerateArray();
        if (root.TryGetProperty("realm", out _)) return [root];
        return root.EnumerateObject()
            .Where(member => member.Value.ValueKind == JsonValueKind.Array)
            .SelectMany(member => member.Value.EnumerateArray())
            .Where(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("realm", out _));
    }

    private static IEnumerable<string> Folders()
    {
        var own = Path.Combine(AppContext.BaseDirectory, "Conformance");
        var folders = new[]
        {
            Path.Combine(own, "Vectors"), Path.Combine(own, "Presets"),
        };
        var given = Environment.GetEnvironmentVariable(FolderVariable);
        // A folder that is named and not there must fail the run, not leave its vectors out.
        return folders.Where(Directory.Exists).Concat(string.IsNullOrEmpty(given) ? [] : [given]);
    }
}
