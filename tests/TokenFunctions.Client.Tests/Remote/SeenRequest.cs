namespace TokenFunctions.Client.Tests.Remote;

/// <summary>A request as it came to <see cref="ServiceDouble"/>.</summary>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">All headers by their names.</param>
internal sealed record SeenRequest(string Target, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>A header; null = it was not sent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
