namespace TokenFunctions.Realms;

/// <summary>How the token is put on a request to the provider's API: the realm's <c>attach</c>.</summary>
public sealed record AttachRule
{
    /// <summary><c>header</c>, <c>query</c> or <c>cookie</c>.</summary>
    public string Place { get; init; } = "header";

    /// <summary>The name of the header, query parameter or cookie.</summary>
    public string Name { get; init; } = "Authorization";

    /// <summary>What stands before the token.</summary>
    public string Prefix { get; init; } = "Bearer ";

    /// <summary>The hosts that the token may be sent to, in lower case; none = the realm does not say.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The answers of the API that say that the token is dead; none = the realm does not say.</summary>
    public IReadOnlyList<DeadRule> Dead { get; init; } = [];

    /// <summary>Where an answer of the API holds its code, by <c>errors.code_path</c>: the first path with something
    /// there counts. None where <see cref="Dead"/> names no code.</summary>
    public IReadOnlyList<string> CodePaths { get; init; } = [];
}
