using TokenFunctions.Tokens;

namespace TokenFunctions.Notices;

/// <summary>Gives a kind of failure the words that the HTTP API has for it.</summary>
/// <param name="kind">The kind.</param>
public delegate FailureAdvice ExplainFailure(FailureKind kind);
