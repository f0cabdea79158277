using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace TokenFunctions.App.Tests.Functions.Host;

/// <summary>A function as its function.json describes it.</summary>
internal sealed record DescribedFunction(string Name, string Trigger)
{
    /// <summary>The route without the prefix, of an HTTP trigger.</summary>
    public string Route { get; init; } = "";

    public IReadOnlyList<string> Methods { get; init; } = [];

    public bool AsksForKey { get; init; }

    public bool IsHttp => Trigger == "httpTrigger";

    /// <summary>All of a folder, in the order in which the host looks for the first that takes a request: by name.</summary>
    public static IReadOnlyList<DescribedFunction> ReadAll(string folder) =>
    [
        .. Directory.GetFiles(folder, "function.json", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Select(Read)
            .OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Whether the host's route takes a path below the prefix; any method, and any case.</summary>
    public bool TakesPath(string path) =>
        IsHttp && new TemplateMatcher(TemplateParser.Parse(Route), []).TryMatch(path, new RouteValueDictionary());

    public bool Takes(string method, string path) => Methods.Contains(method, StringComparer.OrdinalIgnoreCase) && TakesPath(path);

    private static DescribedFunction Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var bindings = json.RootElement.GetProperty("bindings").EnumerateArray().ToList();
        var trigger = bindings[0];
        var function = new DescribedFunction(Path.GetFileName(Path.GetDirectoryName(file)!), trigger.GetProperty("type").GetString()!);
        if (!function.IsHttp) return function;
        // Only these two bindings are forwarded or proxied; with others the request would come as JSON.
        Assert.Equal(["httpTrigger", "http"], bindings.Select(b => b.GetProperty("type").GetString()));
        return function with
        {
            Route = trigger.GetProperty("route").GetString()!,
            Methods = [.. trigger.GetProperty("methods").EnumerateArray().Select(m => m.GetString()!)],
            AsksForKey = !trigger.TryGetProperty("authLevel", out var level) || level.GetString() != "anonymous",
        };
    }
}
