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
}
