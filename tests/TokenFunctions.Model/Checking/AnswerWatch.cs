using TokenFunctions.Model.Acting;
using TokenFunctions.Model.Providing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Model.Checking;

/// <summary>Watches what callers get.</summary>
public sealed class AnswerWatch(World world)
{
    // What a caller's few requests to the store, and the steps between, may take beyond its deadline.
    private const int MostRequests = 14;
    private static readonly TimeSpan ClockSet = TimeSpan.FromSeconds(12);

    /// <summary>A caller got its answer.</summary>
    public void Answered(Caller caller, TokenResult result)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(result);
        if (result.HasToken) CheckToken(caller, result, result.Token);
        else CheckFailure(caller, result.Failure);
    }

    /// <summary>Whether a caller has waited longer than it may.</summary>
    public void CheckDeadline(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.HasEnded || !caller.By.IsUp) return;
        var most = MostWait + caller.By.Owner.FrozenFor;
        var left = caller.AskedAt + most - world.Machine.Now;
        if (left <= TimeSpan.Zero)
            world.Machine.Break("every caller is answered", $"{caller} waits since {caller.AskedAt:mm:ss.f}");
        else world.Machine.After(left, null, "deadline", () => CheckDeadline(caller));
    }

    /// <summary>The longest that a caller may wait.</summary>
    public TimeSpan MostWait => world.Scenario.Times.CallerDeadline + (world.Weather.Longest * MostRequests) + ClockSet;

    private void CheckToken(Caller caller, TokenResult result, Token token)
    {
        var value = token.Value.Reveal();
        var stored = world.Rows.ValueOf(token.Key.Key, token.Generation);
        var issue = world.Provider.Find(value);
        var isStored = string.Equals(stored, value, StringComparison.Ordinal);
        if (issue is null || !(isStored || IsHeld(caller, token, issue)))
            Break("what is handed out is stored or held", caller, token);
        else
        {
            new LifeRule(world).Check(caller, result, issue);
            CheckDemand(caller, token);
            CheckFreshness(caller, result, token);
        }
    }

    // What the store does not take is handed out by the process that got it, unless it came with rotating state.
    private bool IsHeld(Caller caller, Token token, Issue issue) =>
        !world.Scenario.IsRotating
        && string.Equals(issue.Key, token.Key.Key, StringComparison.Ordinal)
        && (issue.Call.By == caller.By || world.Scenario.Kind == RealmKind.Stable);

    private void CheckDemand(Caller caller, Token token)
    {
        var isOld = token.Generation <= caller.Request.Invalid
            || (caller.Request.Flush && token.Generation <= caller.SeenAtStart && world.Scenario.Kind != RealmKind.Stable);
        var isShort = token.ExpiresAt - world.Machine.Now
            < caller.Request.MinTtl - world.Disagreement - TimeSpan.FromSeconds(1) - caller.By.Owner.FrozenFor;
        if (isOld || isShort) Break("an answer is what was demanded", caller, token);
    }

    // A cache may be behind the store for as long as it was told, and no longer.
    private void CheckFreshness(Caller caller, TokenResult result, Token token)
    {
        if (result.IsStale || caller.By.Source.AskedAt(token) is not { } askedAt) return;
        var kept = caller.By.Owner.LastAwake(world.Machine.Now) - askedAt;
        var isOld = token.Generation < world.Rows.GenerationAt(token.Key.Key, askedAt);
        if (result.Origin == TokenOrigin.Cache && kept > result.RevalidateAfter + TimeSpan.FromSeconds(0.5)) isOld = true;
        if (isOld) Break("no answer is older than its asking", caller, token);
    }

    // What a process handed out before it was stored, and had to give up, is not known to the others: who reports it is
    // told so, and asks without it.
    private void CheckFailure(Caller caller, TokenFailure failure)
    {
        if (failure.Kind == FailureKind.UnknownGeneration
            && world.Rows.ValueOf(caller.Request.Key.Key, caller.Request.Invalid!.Value) is not null)
            world.Machine.Break("what was handed out is known", $"{caller} got {failure.Kind}");
    }

    private void Break(string rule, Caller caller, Token token) => world.Machine.Break(
        rule, $"{caller} got {token.Value.Reveal()}, generation {token.Generation}, until {token.ExpiresAt:mm:ss}");
}
