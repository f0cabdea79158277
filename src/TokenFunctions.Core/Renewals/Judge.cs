using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>The pure decisions about one request.</summary>
internal static class Judge
{
    // The least time between issue and use; a demand closer to the whole life than this can never be met.
    private static readonly TimeSpan Nearly = TimeSpan.FromSeconds(2);

    /// <summary>Decides at the first look.</summary>
    public static Verdict Decide(Situation situation, Demand demand)
    {
        if (demand.Request.Invalid > situation.State.Generation) return Verdict.Refuse(Refusals.UnknownGeneration());
        if (situation.IsAlive && demand.IsMet(situation.State, situation.Now)) return Verdict.Give;
        if (situation.Holding is { } failure) return Verdict.Refuse(failure);
        return situation.IsAlive ? Force(situation, demand) : Verdict.Renew;
    }

    /// <summary>Decides after a renewal that this request waited for.</summary>
    /// <param name="situation">What is there now.</param>
    /// <param name="demand">What is demanded.</param>
    /// <param name="failure">The attempt's failure; null = it brought or confirmed a token.</param>
    /// <param name="mayWaitAgain">Whether one further renewal is allowed.</param>
    public static Verdict DecideAfter(Situation situation, Demand demand, TokenFailure? failure, bool mayWaitAgain)
    {
        var state = situation.State;
        var isNew = demand.IsRenewed(state);
        var isUsable = situation.IsAlive || (isNew && situation.IsUsableNew);
        if (isUsable && demand.IsMet(state, situation.Now)) return Verdict.Give;
        // A failure that was made with another realm or secret than the one there is now says nothing about this one.
        if (failure is not null && !(mayWaitAgain && situation.HasFailedBefore)) return Verdict.Refuse(failure);
        if (isNew && IsUnreachable(state, demand)) return Verdict.Refuse(Refusals.MinTtlUnreachable(state));
        if (isNew && demand.Request.Invalid >= state.Generation) return Verdict.Refuse(Refusals.TokenUnchanged());
        // The provider confirmed the token that was to be flushed: it has no newer one.
        if (isNew && demand.Request.Flush && situation.IsUsableNew) return Verdict.Give;
        return mayWaitAgain ? Decide(situation, demand) : Verdict.Refuse(Refusals.InProgress(situation.Now));
    }

    private static Verdict Force(Situation situation, Demand demand)
    {
        if (IsUnreachable(situation.State, demand)) return Verdict.Refuse(Refusals.MinTtlUnreachable(situation.State));
        // Who can wait for an attempt that is under way forces nothing.
        if (situation.IsLeased) return Verdict.Renew;
        var next = ForcedAt(situation.State) + situation.Plan.Policy.ForceInterval;
        return next > situation.Now ? Verdict.Refuse(Refusals.ForceLimited(next.Value)) : Verdict.Force;
    }

    // An attempt that brought nothing does not use the interval up; its back-off keeps the next one away.
    private static DateTimeOffset? ForcedAt(TokenState state) =>
        state.Outcome is AttemptOutcome.Failed or AttemptOutcome.Unsent ? null : state.Force.At;

    private static bool IsUnreachable(TokenState state, Demand demand) =>
        demand.Request.MinTtl > TimeSpan.Zero && state.HasValue && demand.Request.MinTtl > state.Life - Nearly;
}
