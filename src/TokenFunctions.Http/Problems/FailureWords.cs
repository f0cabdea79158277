using TokenFunctions.Notices;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Problems;

/// <summary>The words that the API has for kinds of failures, for those who tell of failures by another road.</summary>
public static class FailureWords
{
    /// <summary>The code and the advice of a kind.</summary>
    public static FailureAdvice Of(FailureKind kind) =>
        new(FailureCodes.Of(kind), FailureTable.Rule(kind).WhatToDo);
}
