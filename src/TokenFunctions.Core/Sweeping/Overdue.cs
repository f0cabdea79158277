using TokenFunctions.Renewals.Judging;

namespace TokenFunctions.Sweeping;

/// <summary>When a token should have been looked at by a sweep, as far as its rows tell.</summary>
internal static class Overdue
{
    /// <summary>Since when a sweep should have renewed the token; null = it has nothing to do with it now.</summary>
    public static DateTimeOffset? Since(Situation situation)
    {
        if (!situation.IsToRenew) return null;
        var since = situation.State.HasValue ? OfValue(situation) : situation.Secret.UpdatedAt;
        // A failure whose back-off is over has put the token off until then.
        return situation.LastFailure?.RetryAt > since ? situation.LastFailure.RetryAt : since;
    }

    private static DateTimeOffset OfValue(Situation situation)
    {
        var state = situation.State;
        if (state.IsSuspect) return DateTimeOffset.MinValue;
        if (state.DueAt <= situation.Now) return state.DueAt.Value;
        var changed = situation.Realm.UpdatedAt;
        return situation.Secret.UpdatedAt > changed ? situation.Secret.UpdatedAt : changed;
    }
}
