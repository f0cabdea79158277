using System.Text.Json;

namespace TokenFunctions.Http.Tests.OpenApi;

/// <summary>A request and its answer, as far as the contract speaks of them.</summary>
internal sealed record Exchange(string Method, string Path, int Status, string? ContentType, string Body)
{
    /// <summary>The JSON that was sent; empty = none.</summary>
    public string Request { get; init; } = "";

    /// <summary>The media type of the answer without its parameters.</summary>
    public string MediaType => (ContentType ?? "").Split(';')[0];

    /// <summary>The language of its texts; null = it has none for people.</summary>
    public string? Language { get; init; }

    public bool IsEnglish => Language == "en";

    public bool IsProblem => MediaType == "application/problem+json";

    /// <summary>The operation that the request is one of; null = there is none for such a path and method.</summary>
    public JsonElement? Operation(JsonElement document)
    {
        var parts = Parts(Path);
        var paths = document.GetProperty("paths").EnumerateObject()
            .Where(path => Matches(Parts(path.Name), parts))
            .OrderBy(path => path.Name.Count(c => c == '{'));
        foreach (var path in paths)
            if (path.Value.TryGetProperty(Method.ToLowerInvariant(), out var operation)) return operation;
        return null;
    }

    public override string ToString() => $"{Method} {Path} -> {Status}";

    // As the router has it: literals in any case, a slash at the end or not, no empty part for a name.
    private static string[] Parts(string path) => path.Split('?')[0].Trim('/').Split('/');

    private static bool Matches(string[] template, string[] parts) =>
        template.Length == parts.Length
        && template.Zip(parts).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
}
