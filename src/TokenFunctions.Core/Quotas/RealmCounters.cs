using System.Collections.Concurrent;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Quotas;

/// <summary>The counters of all realms in this instance.</summary>
internal sealed class RealmCounters(QuotaStore store, StoreClock clock, BrokerTimes times, Random random)
{
    private readonly ConcurrentDictionary<(string Realm, LimitId Id), RealmCounter> counters = new();

    /// <summary>Takes a call under each of the realm's limits: all of them, or none and the failure that says
    /// why.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<(IReadOnlyList<RealmCall> Calls, TokenFailure? Refusal)> TakeAsync(
        string realm, RealmPolicy policy, bool forced)
    {
        List<RealmCall> calls = [];
        TokenFailure? refusal = null;
        try
        {
            foreach (var limit in policy.LimitsOf(perRealm: true, forced).TakeWhile(_ => refusal is null))
            {
                var (call, roomAt) = await Of(realm, limit).TakeAsync(limit, forced);
                if (call is not null) calls.Add(call);
                else refusal = limit.Refusal(forced, clock.Now, roomAt!.Value);
            }
        }
        catch (StoreUnavailableException)
        {
            calls.ForEach(call => call.GiveBack());
            throw;
        }

        if (refusal is null) return (calls, null);
        calls.ForEach(call => call.GiveBack());
        return ([], refusal);
    }

    /// <summary>Why no call may be made now, also if the store has to be asked for it; null = one may, unless another
    /// instance is faster.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<TokenFailure?> LookAsync(string realm, RealmPolicy policy, bool forced)
    {
        foreach (var limit in policy.LimitsOf(perRealm: true, forced)) await Of(realm, limit).LookAsync();
        return Refusal(realm, policy, forced);
    }

    /// <summary>Why no call may be made now, if that is known without asking the store; else null.</summary>
    public TokenFailure? Refusal(string realm, RealmPolicy policy, bool forced)
    {
        foreach (var limit in policy.LimitsOf(perRealm: true, forced))
        {
            if (Of(realm, limit).RoomAt(limit, forced) is { } roomAt)
                return limit.Refusal(forced, clock.Now, roomAt);
        }

        return null;
    }

    /// <summary>What is left now of each limit of all calls that this instance has looked at, without asking the
    /// store.</summary>
    public IEnumerable<(string Realm, long Calls)> Left() =>
        from counter in counters
        let calls = counter.Value.Left
        where calls is not null && !counter.Key.Id.ForcedOnly
        select (counter.Key.Realm, calls.Value);

    private RealmCounter Of(string realm, CallLimit limit)
    {
        var counter = counters.GetOrAdd(
            (realm, limit.Id()),
            key => new(new(store, key.Realm, key.Id, clock, times, random), clock));
        counter.Max = limit.Max;
        return counter;
    }
}
