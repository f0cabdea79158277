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
        if (failure is not null) return Verdict.Refuse(failure);
        if (situation.IsUsableNew && demand.IsMet(situation.State, situation.Now)) return Verdict.Give;
        if (IsConfirmed(situation.State, demand)) return Unchanged(situation, demand);
        if (IsUnreachable(situation.State, demand)) return Verdict.Refuse(Refusals.MinTtlUnreachable(situation.State));
        return mayWaitAgain ? Verdict.Renew : Verdict.Refuse(Refusals.InProgress(situation.Now));
    }

    private static Verdict Force(Situation situation, Demand demand)
    {
        if (IsUnreachable(situation.State, demand)) return Verdict.Refuse(Refusals.MinTtlUnreachable(situation.State));
        // Who can wait for an attempt that is under way forces nothing.
        if (situation.IsLeased) return Verdict.Renew;
        var next = situation.State.ForcedAt + situation.Plan.Policy.ForceInterval;
        return next > situation.Now ? Verdict.Refuse(Refusals.ForceLimited(next.Value)) : Verdict.Force;
    }

    // The attempt worked and the provider gave the same token again.
    private static bool IsConfirmed(TokenState state, Demand demand) =>
        state.Outcome == AttemptOutcome.Succeeded && state.Generation == demand.FirstGeneration;

    private static Verdict Unchanged(Situation situation, Demand demand) => demand.Request switch
    {
        { Invalid: not null } => Verdict.Refuse(Refusals.TokenUnchanged()),
        _ when IsUnreachable(situation.State, demand) => Verdict.Refuse(Refusals.MinTtlUnreachable(situation.State)),
        _ when !situation.IsUsableNew => Verdict.Refuse(Refusals.InProgress(situation.Now)),
        _ => Verdict.Give,
    };

    private static bool IsUnreachable(TokenState state, Demand demand) =>
        demand.Request.MinTtl > TimeSpan.Zero && state.HasValue && demand.Request.MinTtl > state.ExpiresAt - state.IssuedAt - Nearly;
}
