using TokenFunctions.Model.Acting;
using TokenFunctions.Model.Providing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Model.Checking;

/// <summary>No token is dead when it is handed out, as far as that can be known inside.</summary>
internal sealed class LifeRule(World world)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(0.5);

    /// <summary>Checks a token that a caller got just now.</summary>
    public void Check(Caller caller, TokenResult result, Issue issue)
    {
        var decidedAt = caller.By.Owner.LastAwake(world.Machine.Now);
        var overdue = world.Disagreement - Margin;
        if (decidedAt - Moment > issue.End + (overdue > TimeSpan.Zero ? overdue : TimeSpan.Zero))
            Break("no token is handed out dead", caller, issue);
        else if (issue.ReplacedAt <= decidedAt - Moment && IsKnown(result, issue, decidedAt))
            Break("no replaced token is handed out", caller, issue);
        else if (world.Scenario.HasIdentity && world.Administrator.IsOfOldAccount(issue, decidedAt - Moment))
            Break("no token of another account is handed out", caller, issue);
    }

    // A newer value that is stored is no case for this rule but for that of freshness.
    private bool IsKnown(TokenResult result, Issue issue, DateTimeOffset decidedAt)
    {
        var by = issue.Newer!.Call;
        if (by.IsLate(world.Disagreement) || result.IsStale || world.Rows.WrittenAt(issue.Key, issue.Newer.Value) is not null) return false;
        return decidedAt > by.LeaseEnd + (world.Scenario.Overlap / 2) + world.Disagreement + Moment;
    }

    private void Break(string rule, Caller caller, Issue issue) => world.Machine.Break(
        rule, $"{caller} got {issue.Value}, which ended at {issue.End:mm:ss.f}"
            + $" and was replaced for {issue.ReplacedAt:mm:ss.f} by {issue.Newer?.Value}");
}
