namespace TokenFunctions.Realms;

/// <summary>How the provider re-issues, and how it wants to be treated: the realm's <c>policy</c>.</summary>
public sealed record RealmPolicy
{
    /// <summary>What a new token does to the old one.</summary>
    public IssueRule Issue { get; init; } = IssueRule.Independent;

    /// <summary>For <see cref="IssueRule.Replaces"/>: for how long the old token works on after
    /// a new one was issued.</summary>
    public TimeSpan Overlap { get; init; }

    /// <summary>How long before its expiry a token is due; null = 20 % of its life.</summary>
    public TimeSpan? RefreshBefore { get; init; }

    /// <summary>The least time between two forced renewals.</summary>
    public TimeSpan ForceInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The time for a whole attempt, all steps.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Secret fields whose change makes it another account: the old token is
    /// then dead, not only due.</summary>
    public IReadOnlyList<string> Identity { get; init; } = [];
}
