using Microsoft.Extensions.Logging;
using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Renewals;

/// <summary>Tells the log what came of each attempt, once the row says so too.</summary>
internal sealed partial class RenewalLog(ILogger<RenewalLog> logger)
{
    /// <summary>The code of an attempt whose answer came after somebody else had taken over.</summary>
    public const string LeaseLost = "lease_lost";

    /// <summary>Tells of an attempt.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="row">The row as it was written, or as memory holds it while the store is away; null = the lease was
    /// lost, and the result with it.</param>
    public void Tell(AttemptResult result, TokenState? row)
    {
        var (realm, key) = result.Held.Key;
        var reach = Reach(result.Answer.Failure?.Reach);
        if (row is null)
        {
            LogFailed(
                realm, key, LeaseLost, result.Held.Attempt, 0, reach,
                "Another process had taken over before the answer came.", null, null);
        }
        else if (row is { Outcome: AttemptOutcome.Failed, Failure: { } failure })
        {
            LogFailed(
                realm, key, failure.Code, row.Attempt, row.FailureCount, reach, failure.Detail, failure.RetryAt,
                failure.UpstreamCode);
        }
        else
        {
            LogRenewed(realm, key, row.Attempt, row.Generation, row.ExpiresAt);
        }
    }

    // As the answers of the API spell things. A token that was lost was answered.
    private static string Reach(UpstreamReach? reach) => reach switch
    {
        UpstreamReach.NotSent => "not_sent",
        UpstreamReach.Unanswered => "unanswered",
        _ => "answered",
    };

    [LoggerMessage(1101, LogLevel.Information,
        "Renewed {Realm}/{Key}, attempt {Attempt}: generation {Generation}, which ends: {ExpiresAt}",
        EventName = "renewed")]
    private partial void LogRenewed(
        string realm, string key, long attempt, long generation, DateTimeOffset? expiresAt);

    [LoggerMessage(1102, LogLevel.Warning,
        "Renewing {Realm}/{Key} failed with {Code}, attempt {Attempt}, {InARow} in a row, {Reach}. {Detail} "
        + "Next try: {RetryAt}; provider's code: {UpstreamCode}", EventName = "renewal_failed")]
    private partial void LogFailed(
        string realm, string key, string code, long attempt, int inARow, string reach, string detail,
        DateTimeOffset? retryAt, string? upstreamCode);
}
