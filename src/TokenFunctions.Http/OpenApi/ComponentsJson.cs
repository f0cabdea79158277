using System.Reflection;
using System.Text.Json;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.OpenApi;

/// <summary>What several routes of the contract share: the parameters and schemas of the embedded files, and the
/// codes.</summary>
internal static class ComponentsJson
{
    private const string Folder = "openapi/";

    /// <summary>Writes them as the member <c>components</c>.</summary>
    public static void Write(Utf8JsonWriter writer)
    {
        var files = Files();
        writer.WriteStartObject("components");
        SecurityJson.WriteSchemes(writer);
        writer.WriteStartObject("parameters");
        WriteMembers(writer, files, "parameters");
        writer.WriteEndObject();
        writer.WriteStartObject("schemas");
        WriteMembers(writer, files, "schemas");
        WriteProblemCodes(writer);
        WriteFailureCodes(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static List<JsonElement> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(assembly.GetManifestResourceStream(name)!)),
        ];
    }

    private static JsonElement Read(Stream file)
    {
        using (file)
        using (var json = JsonDocument.Parse(file)) return json.RootElement.Clone();
    }

    private static void WriteMembers(Utf8JsonWriter writer, IEnumerable<JsonElement> files, string name)
    {
        foreach (var file in files)
            if (file.TryGetProperty(name, out var members)) writer.WriteMembers(members);
    }

    private static void WriteProblemCodes(Utf8JsonWriter writer)
    {
        var lines = ProblemCodes.All.Select(known => $"* `{known.Key}` ({known.Value.Status}): {known.Value.WhatToDo}");
        writer.WriteStartObject("ProblemCode");
        writer.WriteString("description", $"The stable name of a problem.\n\n{string.Join('\n', lines)}");
        WriteChoices(writer, "enum", ProblemCodes.All.Keys);
        WriteChoices(writer, "x-enum-descriptions", ProblemCodes.All.Values.Select(rule => rule.WhatToDo));
        writer.WriteEndObject();
    }

    private static void WriteFailureCodes(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("FailureCode");
        writer.WriteString("description", "Why there is no token; the same codes as those of problems.");
        WriteChoices(writer, "enum", ProblemCodes.Failures);
        writer.WriteEndObject();
    }

    private static void WriteChoices(Utf8JsonWriter writer, string name, IEnumerable<string> choices)
    {
        writer.WriteStartArray(name);
        foreach (var choice in choices) writer.WriteStringValue(choice);
        writer.WriteEndArray();
    }
}
