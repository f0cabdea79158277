using System.Text.Json;
using System.Text.Json.Nodes;

namespace TokenFunctions.Package;

/// <summary>The <c>customHandler</c> of the host.json in a folder.</summary>
/// <param name="folder">The folder.</param>
internal sealed class HandlerFile(string folder)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private string File => Path.Combine(folder, "host.json");

    /// <summary>What is started.</summary>
    public Handler Read()
    {
        var description = Description(Load());
        var arguments = description["arguments"]?.AsArray().Select(a => a!.GetValue<string>()) ?? [];
        return new Handler(description["defaultExecutablePath"]!.GetValue<string>(), [.. arguments]);
    }

    /// <summary>Has the machine's <c>dotnet</c> start an assembly, which lies in the folder: the host starts it
    /// there.</summary>
    public void StartByDotnet(string assembly)
    {
        var host = Load();
        var description = Description(host);
        description["defaultExecutablePath"] = "dotnet";
        description["arguments"] = new JsonArray(assembly);
        System.IO.File.WriteAllText(File, host.ToJsonString(Indented) + "\n");
    }

    private static JsonNode Description(JsonNode host) => host["customHandler"]!["description"]!;

    private JsonNode Load() => JsonNode.Parse(System.IO.File.ReadAllText(File))!;
}
