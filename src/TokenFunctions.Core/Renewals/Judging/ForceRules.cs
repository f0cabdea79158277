using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Renewals.Judging;

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
    /// <param name="isSame">Whether the provider gave the same value again: its generation stays, and the causes of
    /// this attempt have had their one renewal of it.</param>
    /// <param name="policy">The realm's policy.</param>
    /// <param name="now">When the new value was asked for.</param>
    public static ForceMemory Renewed(TokenState state, bool isSame, RealmPolicy policy, DateTimeOffset now)
    {
        var force = state.Force;
        if (isSame) return force with { Spent = force.Spent | force.Cause };
        return force with { Spent = ForceCauses.None, Streak = Streak(state, policy, now) };
    }

    private static int Streak(TokenState state, RealmPolicy policy, DateTimeOffset now)
    {
        var streak = state.Force.Streak;
        if (!state.HasValue) return streak;
        var (youth, age) = (state.Life / 10 ?? EndlessYouth, now - state.IssuedAt);
        // One that was renewed young for another reason says nothing of either.
        if (!state.Force.Cause.HasFlag(ForceCauses.Invalid)) return age < youth ? streak : 0;
        // For as long as the interval lasts nobody's report counts; a generation is young for its time after that.
        if (streak > 0) youth += Interval(policy, streak);
        return age < youth ? streak + 1 : 0;
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
