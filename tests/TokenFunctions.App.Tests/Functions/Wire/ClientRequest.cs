using System.Text;

namespace TokenFunctions.App.Tests.Functions.Wire;

/// <summary>What a client sends to the host.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query as they are sent.</param>
internal sealed record ClientRequest(string Method, string Target)
{
    public const string PublicHost = "tokens.example.com";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public byte[]? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>Whether the body comes without its length.</summary>
    public bool IsChunked { get; init; }

    public string Path => Target.Split('?')[0];

    public string Query => Target.Contains('?', StringComparison.Ordinal) ? Target[Target.IndexOf('?', StringComparison.Ordinal)..] : "";

    public static ClientRequest Get(string target) => new("GET", target);

    public static ClientRequest Post(string target, string json) => new("POST", target) { Body = Encoding.UTF8.GetBytes(json) };

    public ClientRequest With(string header, string value) => this with { Headers = [.. Headers, (header, value)] };

    public string? Header(string name) =>
        Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).FirstOrDefault();
}
