using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Renewals;

/// <summary>How often a living token may be renewed before its time.</summary>
internal static class ForceRules
{
    private const int MostDoublings = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LeastDoubled = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan EndlessYouth = TimeSpan.FromHours(1);

    /// <summary>From when it may be renewed by force again. The realm's interval doubles, up to 10 minutes, with each
    /// generation in a row that was reported while it was young: new tokens do not help there.</summary>
    /// <returns>Null = from now on.</returns>
    public static DateTimeOffset? NextAt(TokenState state, RealmPolicy policy)
    {
        var forced = LastAt(state) + Interval(policy, state.Force.Streak);
        var called = state.CalledAt + policy.MinInterval;
        return forced is null || called > forced ? called : forced;
    }

    /// <summary>The memory after an attempt that brought a token.</summary>
    /// <param name="state">The row before it.</param>
    /// <param name="isSame">Whether the provider gave the same value again: its generation stays, and the causes of this
    /// attempt have had their one renewal of it.</param>
    /// <param name="now">When the new value was asked for.</param>
    public static ForceMemory Renewed(TokenState state, bool isSame, DateTimeOffset now)
    {
        var force = state.Force;
        if (isSame) return force with { Spent = force.Spent | force.Cause };
        return force with { Spent = ForceCauses.None, Streak = Streak(state, now) };
    }

    private static int Streak(TokenState state, DateTimeOffset now)
    {
        if (!state.HasValue) return state.Force.Streak;
        var youth = state.Life / 10 ?? EndlessYouth;
        if (now - state.IssuedAt >= youth) return 0;
        // One that was renewed young for another reason says nothing of either.
        return state.Force.Cause.HasFlag(ForceCauses.Invalid) ? state.Force.Streak + 1 : state.Force.Streak;
    }

    // An attempt that brought nothing does not use the interval up; its back-off keeps the next one away.
    private static DateTimeOffset? LastAt(TokenState state) =>
        state.Force.Cause != ForceCauses.None && state.Outcome is AttemptOutcome.Failed or AttemptOutcome.Unsent
            ? null
            : state.Force.At;

    private static TimeSpan Interval(RealmPolicy policy, int streak)
    {
        var interval = policy.ForceInterval;
        if (streak == 0 || interval >= Longest) return interval;
        if (interval < LeastDoubled) interval = LeastDoubled;
        var doubled = interval * Math.Pow(2, Math.Min(streak, MostDoublings));
        return doubled < Longest ? doubled : Longest;
    }
}
