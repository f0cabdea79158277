namespace TokenFunctions.Http;

/// <summary>Which source answers which route.</summary>
/// <param name="Core">The authority behind <c>/api/token</c>.</param>
/// <param name="Front">The memory behind <c>/api/cache/token</c>.</param>
public sealed record TokenSources(ITokenSource Core, ITokenSource Front);
