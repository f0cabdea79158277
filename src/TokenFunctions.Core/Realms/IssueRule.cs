namespace TokenFunctions.Realms;

/// <summary>What a provider does to the old token when a new one is asked for: <c>policy.issue</c>.</summary>
public enum IssueRule
{
    /// <summary>Each token lives on its own.</summary>
    Independent,

    /// <summary>The same token is given until near its end.</summary>
    Stable,

    /// <summary>A new token ends the old one, at once or after an overlap.</summary>
    Replaces,
}
