using TokenFunctions.Quotas;
using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Renewals;

/// <summary>What becomes of an attempt that was sent and not seen answered: a cancelled call may have worked.</summary>
public static class Settlement
{
    /// <summary>The state as it is to be read at <paramref name="now"/>: when the lease of an attempt has ended without
    /// a result, the attempt is settled. A state with nothing to settle is given back as it is.</summary>
    public static TokenState View(TokenState state, RealmPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.LeaseId is null || state.IsLeased(now)) return state;
        var ended = state with { LeaseId = null, LeaseEnd = null, SentAt = null };
        return state.SentAt is { } sentAt
            ? Unanswered(ended, policy, sentAt) with { Outcome = AttemptOutcome.Unanswered }
            : ended with { Outcome = AttemptOutcome.Unsent, Quota = SecretCounts.GiveBack(state.Quota) };
    }

    /// <summary>The token after a call that was sent at <paramref name="sentAt"/> and not answered. Where a new token
    /// replaces the old one, the old one may end when the overlap does, and should be renewed at once.</summary>
    public static TokenState Unanswered(TokenState state, RealmPolicy policy, DateTimeOffset sentAt)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(policy);
        if (!state.HasValue || !MayHaveReplaced(state, policy, sentAt)) return state;
        var end = sentAt + policy.Overlap;
        return state with { ExpiresAt = state.ExpiresAt < end ? state.ExpiresAt : end, DueAt = sentAt };
    }

    // The row tells when the last forced attempt began. One that was sent that soon after it may be another, but a
    // token that is renewed too early is a smaller harm than a dead one.
    private static bool MayHaveReplaced(TokenState state, RealmPolicy policy, DateTimeOffset sentAt) =>
        policy.Issue == IssueRule.Replaces
        || (policy.ForceIssue == IssueRule.Replaces && sentAt - state.Force.At <= policy.Timeout);
}
