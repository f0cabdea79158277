using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals.Judging;

/// <summary>The pure decisions about one request.</summary>
internal static class Judge
{
    // The least time between issue and use; a demand closer to the whole life than this can never be met.
    private static readonly TimeSpan Nearly = TimeSpan.FromSeconds(2);

    /// <summary>Decides at the first look.</summary>
    public static Verdict Decide(Situation situation, Demand demand)
    {
        // The attempt under way may have handed its token out already, because the store did not take it.
        if (demand.Request.Invalid > situation.State.Generation && !situation.IsLeased)
            return Verdict.Refuse(Refusals.UnknownGeneration());
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
        if (isNew && isUsable && Unchanged(situation, demand) is { } unchanged) return unchanged;
        return mayWaitAgain ? Decide(situation, demand) : Verdict.Refuse(Refusals.InProgress(situation.Now));
    }

    // What an answer says that brought no newer value, or one that is not enough; null = nothing.
    private static Verdict? Unchanged(Situation situation, Demand demand)
    {
        var state = situation.State;
        var unmet = demand.Unmet(state, situation.Now);
        var isSame = state.Generation <= demand.First.Generation;
        if (unmet.HasFlag(ForceCauses.MinTtl) && (isSame || IsUnreachable(state, demand)))
            return Verdict.Refuse(ForceRefusals.MinTtlUnreachable(state, situation.Now));
        if (unmet.HasFlag(ForceCauses.Invalid) && demand.Request.Invalid <= demand.First.Generation)
            return Verdict.Refuse(ForceRefusals.Unchanged());
        // The provider confirmed the token that was to be flushed: it has no newer one.
        return unmet == ForceCauses.Flush ? Verdict.Give : null;
    }

    private static Verdict Force(Situation situation, Demand demand)
    {
        var state = situation.State;
        var unmet = demand.Unmet(state, situation.Now);
        if (IsUnreachable(state, demand))
            return Verdict.Refuse(ForceRefusals.MinTtlUnreachable(state, situation.Now));
        // Who can wait for an attempt that is under way forces nothing.
        if (situation.IsLeased) return Verdict.Renew;
        var open = unmet & ~Spent(situation);
        if (open == ForceCauses.None)
            return situation.IsToRenew ? Verdict.Renew : Verdict.Refuse(InVain(situation, unmet));
        var next = ForceRules.NextAt(state, situation.Plan.Policy);
        return next > situation.Now
            ? Verdict.Refuse(ForceRefusals.Limited(next.Value, state.Force.Streak))
            : Verdict.Force(open);
    }

    // Each cause has one renewal a generation; where the provider has just given the same value again, none of them
    // makes it live longer.
    private static ForceCauses Spent(Situation situation) =>
        situation.State.Force.Spent
        | (situation.IsConfirmed && !situation.IsDue ? ForceCauses.MinTtl : ForceCauses.None);

    private static TokenFailure InVain(Situation situation, ForceCauses unmet) =>
        unmet.HasFlag(ForceCauses.MinTtl) ? ForceRefusals.MinTtlUnreachable(situation.State, situation.Now)
        : unmet.HasFlag(ForceCauses.Invalid) ? ForceRefusals.Unchanged()
        : ForceRefusals.Confirmed(situation.SoonestAt ?? situation.State.DueAt);

    private static bool IsUnreachable(TokenState state, Demand demand) =>
        demand.Request.MinTtl > TimeSpan.Zero && state.HasValue && demand.Request.MinTtl > state.Life - Nearly;
}
