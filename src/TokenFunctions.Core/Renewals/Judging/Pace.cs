namespace TokenFunctions.Renewals.Judging;

/// <summary>When the provider may be asked for a token again, apart from failures and force.</summary>
internal static class Pace
{
    /// <summary>The soonest time; null = now. It keeps the realm's least interval between two calls, and does not ask
    /// for a value that the provider has just given again before there can be another.</summary>
    /// <param name="situation">How the token stands.</param>
    /// <param name="forced">Whether another value than the present one is wanted.</param>
    public static DateTimeOffset? SoonestAt(Situation situation, bool forced)
    {
        var state = situation.State;
        var called = state.CalledAt + situation.Plan.Policy.MinInterval;
        var next = !forced && situation.IsConfirmed ? Latest(called, state.DueAt) : called;
        return next > situation.Now ? next : null;
    }

    /// <summary>The latest of these times; null = none is known.</summary>
    public static DateTimeOffset? Latest(params ReadOnlySpan<DateTimeOffset?> times)
    {
        DateTimeOffset? latest = null;
        foreach (var time in times)
            if (latest is null || time > latest) latest = time;
        return latest;
    }
}
