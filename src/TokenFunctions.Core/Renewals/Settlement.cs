using TokenFunctions.Quotas;
using TokenFunctions.Realms;
using TokenFunctions.Renewals.Judging;
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
            ? Doubt.Cast(Unanswered(ended, policy, sentAt), policy, sentAt) with
            {
                Outcome = AttemptOutcome.Unanswered,
                CalledAt = sentAt,
            }
            : ended with { Outcome = AttemptOutcome.Unsent, Quota = SecretCounts.GiveBack(state.Quota) };
    }

    /// <summary>The token after a call that was sent at <paramref name="sentAt"/> and not answered. Where a new token
    /// replaces the old one, the old one may end when the overlap does, and should be renewed at once.</summary>
    public static TokenState Unanswered(TokenState state, RealmPolicy policy, DateTimeOffset sentAt)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(policy);
        var issue = policy.IssueOf(state.Force.Cause != ForceCauses.None);
        if (!state.HasValue || issue != IssueRule.Replaces) return state;
        var end = sentAt + policy.Overlap;
        var expiresAt = state.ExpiresAt < end ? state.ExpiresAt : end;
        return state with { ExpiresAt = expiresAt, DueAt = sentAt, IsConfirmed = false };
    }
}
