namespace TokenFunctions.Realms;

/// <summary>How the provider re-issues, and how it wants to be treated: the realm's <c>policy</c>.</summary>
public sealed record RealmPolicy
{
    /// <summary>What a new token does to the old one.</summary>
    public IssueRule Issue { get; init; } = IssueRule.Independent;

    /// <summary>What a forced renewal does to the old token; null = the same as <see cref="Issue"/>.</summary>
    public IssueRule? ForceIssue { get; init; }

    /// <summary>For <see cref="IssueRule.Replaces"/>: for how long the old token works on after
    /// a new one was issued.</summary>
    public TimeSpan Overlap { get; init; }

    /// <summary>How long before its expiry a token is due; null = 20 % of its life.</summary>
    public TimeSpan? RefreshBefore { get; init; }

    /// <summary>The least time between two calls for one token.</summary>
    public TimeSpan MinInterval { get; init; }

    /// <summary>The least time between two forced renewals.</summary>
    public TimeSpan ForceInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The time for a whole attempt, all steps.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Secret fields whose change makes it another account: the old token is
    /// then dead, not only due.</summary>
    public IReadOnlyList<string> Identity { get; init; } = [];

    /// <summary>How many calls the provider takes; none = no limit is known.</summary>
    public IReadOnlyList<CallLimit> Limits { get; init; } = [];

    /// <summary>How many calls to the realm's provider may be under way at once in this process.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>For a realm with <c>state</c>: whether a call that was not answered may be sent again with the same
    /// state. A provider that rotates a refresh token may take the second call for theft.</summary>
    public bool SafeToRepeat { get; init; }

    /// <summary>Whether the realm has <c>state</c>: values that each answer may renew, so that a call whose answer
    /// nobody saw may have used them up.</summary>
    public bool Rotates { get; init; }

    /// <summary>Whether the provider may be asked while the store is down, when nothing keeps two instances from
    /// asking at once.</summary>
    public bool AllowUnfenced { get; init; }

    /// <summary>What a new token does to the old one.</summary>
    /// <param name="forced">Whether somebody wanted another token than the present one.</param>
    public IssueRule IssueOf(bool forced) => forced ? ForceIssue ?? Issue : Issue;
}
