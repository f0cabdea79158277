namespace TokenFunctions.Http.Tests.Matrix;

/// <summary>A request to one route that changes nothing, and what it takes to be served.</summary>
/// <param name="Method">The method.</param>
/// <param name="Template">The route.</param>
/// <param name="Served">The status of whoever is served.</param>
internal sealed record MatrixRoute(string Method, string Template, int Served)
{
    public string Path { get; init; } = Template;

    public string? Body { get; init; }

    /// <summary>Whether anybody is served.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The verbs that are needed, all of them; none = a key of any kind is enough.</summary>
    public string[] Verbs { get; init; } = [];

    public Reach Reach { get; init; } = Reach.Key;

    public string? IfMatch { get; init; }

    public bool Allows(IReadOnlyCollection<string> verbs, Reach reach) =>
        Verbs.Length == 0 || (Verbs.All(verbs.Contains) && reach >= Reach);

    public HttpRequestMessage Request()
    {
        var request = Body is null
            ? new HttpRequestMessage(new HttpMethod(Method), Path)
            : App.TestApp.Json(new HttpMethod(Method), Path, Body);
        if (IfMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", IfMatch);
        return request;
    }
}
