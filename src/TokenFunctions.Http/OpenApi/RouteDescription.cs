namespace TokenFunctions.Http.OpenApi;

/// <summary>What a route is, for those who read the contract or make a client of it. What follows from the route itself
/// (its path's parts, what it needs, what every such route may refuse) is not repeated here.</summary>
/// <param name="Tag">The group that it belongs to.</param>
/// <param name="Summary">What it does, in a sentence.</param>
internal sealed record RouteDescription(string Tag, string Summary)
{
    /// <summary>Names of parameters among the components: of the query and of headers.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>The schema of the body among the components; null = the route takes none.</summary>
    public string? Body { get; init; }

    /// <summary>Whether a request without a body is served too.</summary>
    public bool IsBodyOptional { get; init; }

    /// <summary>Whether any query is taken, known or not.</summary>
    public bool TakesAnyQuery { get; init; }

    /// <summary>The answers of those who are served.</summary>
    public required IReadOnlyList<AnswerDescription> Answers { get; init; }

    /// <summary>The codes of the problems that are this route's own.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}
