using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Quotas;

/// <summary>Reads how much of the limits is used, for one look at many tokens: each row of a realm is read
/// once.</summary>
internal sealed class QuotaReader(QuotaStore store)
{
    private readonly Dictionary<(string Realm, LimitId Id), QuotaRow> rows = [];

    /// <summary>All limits of a token, in the order of the realm's policy.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<IReadOnlyList<QuotaStatus>> ReadAsync(
        TokenState state, RealmPolicy policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var counted = SecretCell.Read(state.Quota);
        var statuses = new List<QuotaStatus>();
        foreach (var limit in policy.Limits)
        {
            var calls = limit.PerRealm
                ? TallyText.Read((await RowAsync(state.Key.Realm, limit.Id(), cancellationToken)).Calls)
                    .At(now, limit.Window)
                : SecretCounts.Of(counted, limit, now);
            var endsAt = calls.RoomAt(Math.Min(limit.Max, calls.Used), limit.Window);
            statuses.Add(new QuotaStatus(limit, calls.Used) { EndsAt = endsAt });
        }

        return statuses;
    }

    private async Task<QuotaRow> RowAsync(string realm, LimitId id, CancellationToken cancellationToken)
    {
        if (rows.TryGetValue((realm, id), out var row)) return row;
        return rows[(realm, id)] = await store.GetAsync(realm, id.ToString(), cancellationToken);
    }
}
