using TokenFunctions.Storage;

namespace TokenFunctions.Http.Audit;

/// <summary>Removes entries of the audit that are old enough.</summary>
/// <param name="store">The audit.</param>
/// <param name="days">How many days an entry stays; it may stay up to one day longer, since whole days (UTC) are
/// removed.</param>
public sealed class AuditRetention(AuditStore store, int days)
{
    /// <summary>How many entries one call removes at most.</summary>
    public const int MostRemoved = 5000;

    /// <summary>How long entries stay where nothing is set.</summary>
    public const int StandardDays = 90;

    /// <summary>The longest time that can be set.</summary>
    public const int MaxDays = 3650;

    /// <summary>Removes what is old enough. With nothing to do it asks the store once.</summary>
    /// <param name="now">The time now, store time.</param>
    /// <param name="cancellationToken">Ends the removal; the next call goes on.</param>
    /// <returns>How many entries were removed.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public Task<int> PruneAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        store.RemoveBeforeAsync(now.AddDays(-days), MostRemoved, cancellationToken);
}
