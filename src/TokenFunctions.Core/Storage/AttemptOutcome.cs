namespace TokenFunctions.Storage;

/// <summary>What came of the attempt that a token's row names.</summary>
public enum AttemptOutcome
{
    /// <summary>There was no attempt yet, or it is under way.</summary>
    None,

    /// <summary>It brought a token.</summary>
    Succeeded,

    /// <summary>It failed, and the failure is in the row.</summary>
    Failed,

    /// <summary>It ended without a call: the lease was given back.</summary>
    Unsent,

    /// <summary>It was sent and nobody saw an answer; it may have worked.</summary>
    Unanswered,
}
