using TokenFunctions.Http.Problems;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Access.Limits;

/// <summary>How much a caller may ask in this process: so many requests a second, and so many at once.</summary>
/// <remarks>Only callers have limits. The admin key, a function key and this machine each stand for any number of
/// programs, and whoever has them may do everything anyway.</remarks>
internal sealed class RequestLimits(AccessRules rules, StoreClock clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly CallerShares shares = new();

    /// <summary>Counts a request in.</summary>
    /// <param name="who">Who sent it.</param>
    /// <param name="share">What counts it out again; null = it was not counted in.</param>
    /// <returns>Why it must wait; null = it may go on.</returns>
    public Problem? Enter(Requester who, out CallerShare? share)
    {
        share = null;
        if (who.Kind != RequesterKind.Caller) return null;
        while (true)
        {
            var own = shares.Of(who.Name);
            if (who.RequestsPerSecond is { } most && own.Take(most) is { } wait)
                return AccessProblem.RateLimited(most, clock.Now + wait);
            if (own.TryEnter(rules.MaxConcurrent) is not { } isIn) continue;
            if (!isIn) return AccessProblem.TooManyAtOnce(rules.MaxConcurrent, clock.Now + Pause);
            share = own;
            return null;
        }
    }
}
