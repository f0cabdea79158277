using TokenFunctions.Http.Problems;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Access.Limits;

/// <summary>How much a caller may ask in this process: so many requests a second, and so many at once.</summary>
/// <remarks>Only callers have limits. The admin key, a function key and this machine each stand for any number of
/// programs, and whoever has them may do everything anyway.</remarks>
internal sealed class RequestLimits(AccessRules rules, StoreClock clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly CallerRates rates = new();
    private readonly OpenRequests open = new(rules.MaxConcurrent);

    /// <summary>Counts a request in.</summary>
    /// <returns>Why it must wait; null = it may go on, and <see cref="Leave"/> counts it out.</returns>
    public Problem? Enter(Requester who)
    {
        if (who.Kind != RequesterKind.Caller) return null;
        if (rates.Take(who) is { } wait) return AccessProblem.RateLimited(who.RequestsPerSecond, clock.Now + wait);
        return open.TryEnter(who.Name) ? null : AccessProblem.TooManyAtOnce(rules.MaxConcurrent, clock.Now + Pause);
    }

    /// <summary>Counts a request out.</summary>
    public void Leave(Requester who)
    {
        if (who.Kind == RequesterKind.Caller) open.Leave(who.Name);
    }
}
