using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>Answers that came after their lease was lost, and so are not stored.</summary>
internal sealed class LateAnswers(TokenStore tokens, StoreClock clock, BrokerTimes times)
{
    /// <summary>Marks the row as suspect where the provider may have replaced its token by such an answer. The mark
    /// carries the row's attempt number, so that it also holds for a value that another attempt is writing.</summary>
    public async Task ReportAsync(TokenKey key, RealmPolicy policy, UpstreamAnswer answer)
    {
        var issuedNothing = answer.Failure?.Reach is UpstreamReach.NotSent or UpstreamReach.Answered;
        if (policy.Issue != IssueRule.Replaces || issuedNothing) return;
        var giveUpAt = clock.Now + times.CallerDeadline;
        while (true)
        {
            try
            {
                var current = await tokens.GetAsync(key, CancellationToken.None);
                var suspect = current with { SuspectAttempt = current.Attempt };
                if (await tokens.TrySaveAsync(suspect, CancellationToken.None) is not null) return;
            }
            catch (StoreUnavailableException) when (clock.Now < giveUpAt)
            {
                await Task.Delay(times.PollMax, clock.Time);
            }
        }
    }
}
