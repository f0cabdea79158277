using TokenFunctions.Realms;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Sweeping;

namespace TokenFunctions.Renewals;

/// <summary>Answers that came after their lease was lost, and whose tokens so are not stored.</summary>
internal sealed class LateAnswers(
    TokenStore tokens, Keeping keeping, DueHints hints, StoreClock clock, BrokerTimes times)
{
    /// <summary>Keeps the answer's state, and marks the row as suspect where the provider may have replaced its token.
    /// The mark carries the row's attempt number, so that it also holds for a value that another attempt is
    /// writing.</summary>
    /// <param name="held">The row as the attempt noted its sending.</param>
    /// <param name="prepared">What was sent.</param>
    /// <param name="answer">What came of it.</param>
    /// <param name="until">From then on a store that does not answer is given up; null = when no caller waits any
    /// more.</param>
    public async Task ReportAsync(
        TokenState held, Prepared prepared, UpstreamAnswer answer, DateTimeOffset? until = null)
    {
        var giveUpAt = until ?? clock.Now + times.CallerDeadline;
        while (true)
        {
            try
            {
                var current = await tokens.GetAsync(held.Key, CancellationToken.None);
                var changed = await KeepAsync(held, current, prepared, answer);
                if (HasReplaced(prepared, answer))
                    changed = changed with { SuspectAttempt = changed.Attempt };
                if (changed == current) return;
                if (await tokens.TrySaveAsync(changed, CancellationToken.None) is null) continue;
                hints.Note(changed);
                return;
            }
            catch (Exception e)
                when (e is StoreUnavailableException or VaultUnavailableException && clock.Now < giveUpAt)
            {
                await Task.Delay(times.PollMax, clock.Time);
            }
        }
    }

    /// <summary>Whether the call may have replaced the provider's token, whatever is stored.</summary>
    public static bool HasReplaced(Prepared prepared, UpstreamAnswer answer) =>
        prepared.Plan.Policy.IssueOf(prepared.Material.Forced) == IssueRule.Replaces
        && answer.Failure?.Reach is not (UpstreamReach.NotSent or UpstreamReach.Answered);

    // The provider may take only the newest refresh token. Nobody has brought a newer one as long as the state is still
    // the one that was sent; one that was emptied went with its secret.
    private async ValueTask<TokenState> KeepAsync(
        TokenState held, TokenState current, Prepared prepared, UpstreamAnswer answer)
    {
        var isUnchanged = current.StateNumber == held.StateNumber
            && current.SealedState is null == held.SealedState is null;
        if (!isUnchanged) return current;
        if (answer.State.Count > 0)
            return Doubt.Lift(
                await keeping.KeepAsync(current, prepared, answer.State, current.NextGeneration(clock.Now)), true);
        // The very call that left the doubt is answered after all, and says that the state still is the one to send.
        var isTold = answer.HasToken || answer.Failure.TellsState;
        return isTold && held.SentAt is not null && current.UncertainSince == held.SentAt
            ? Doubt.Lift(current, false)
            : current;
    }
}
