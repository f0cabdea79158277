using System.Text.Json;
using TokenFunctions.Host.Tests.Documents;

namespace TokenFunctions.Host.Tests.Workers;

/// <summary>The functions of the custom handler, as its function.json files have them.</summary>
internal static class FunctionFiles
{
    /// <summary>The triggers, by the functions' names.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Triggers { get; } = Directory
        .GetDirectories(Path.Combine(Repository.Root, "src", "TokenFunctions.Host", "Functions"))
        .ToDictionary(folder => Path.GetFileName(folder)!, folder => Trigger(Path.Combine(folder, "function.json")), StringComparer.Ordinal);

    /// <summary>The verbs of the HTTP functions.</summary>
    public static IEnumerable<HttpFunction> Http =>
        from function in Triggers
        where function.Value.GetProperty("type").GetString() == "httpTrigger"
        from method in function.Value.GetProperty("methods").EnumerateArray()
        select new HttpFunction(
            function.Key, method.GetString()!, function.Value.GetProperty("route").GetString()!,
            function.Value.GetProperty("authLevel").GetString()!);

    private static JsonElement Trigger(string file) => JsonElement.Parse(File.ReadAllText(file)).GetProperty("bindings")
        .EnumerateArray().Single(binding => binding.GetProperty("direction").GetString() == "in");
}
