using TokenFunctions.Http.Access;

namespace TokenFunctions.Http;

/// <summary>One verb of one path of the API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path, with <c>{name}</c> for a part that varies.</param>
public sealed record ApiRoute(string Method, string Template)
{
    /// <summary>What whoever asks must be allowed.</summary>
    public Need Need { get; init; } = Need.Key;

    /// <summary>Whether it is served without a key.</summary>
    public bool IsAnonymous => Need.Scope == Scope.Nothing;

    /// <summary>Whether a request may have a body.</summary>
    public bool TakesBody { get; init; }
}
