using TokenFunctions.Quotas;
using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Renewals;

/// <summary>Takes the lease: the right to run one attempt, in one write to the token's own row.</summary>
internal sealed class Leasing(TokenStore tokens, BrokerTimes times, Random random)
{
    /// <summary>The row with a new lease and the next attempt's number, not yet written.</summary>
    public TokenState Draft(TokenState state, RealmPolicy policy, ForceCauses causes, DateTimeOffset now) => state with
    {
        LeaseId = NewLeaseId(),
        LeaseEnd = now + policy.Timeout + times.LeaseReserve + times.ClockSlack,
        Attempt = state.Attempt + 1,
        Outcome = AttemptOutcome.None,
        SentAt = null,
        Quota = SecretCounts.Take(state.Quota, policy, causes != ForceCauses.None, now),
        Force = state.Force with { At = causes == ForceCauses.None ? state.Force.At : now, Cause = causes },
    };

    /// <summary>Writes the lease.</summary>
    /// <param name="lease">The row with the lease.</param>
    /// <param name="isFirst">Whether no write of this renewal was lost before.</param>
    /// <returns>The row as written; null = somebody wrote first, or the write was not answered and may have taken the
    /// lease: the row is read again and says which. A store that loses a second write is down.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<TokenState?> TakeAsync(TokenState lease, bool isFirst)
    {
        try
        {
            return await tokens.TrySaveAsync(lease, CancellationToken.None);
        }
        catch (StoreUnavailableException) when (isFirst)
        {
            return null;
        }
    }

    private string NewLeaseId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
