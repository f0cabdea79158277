using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Quotas;

/// <summary>The right of one renewal to call the provider, as far as the realm's limits go. Calls that were counted for
/// the realm and not made are given back at its end; those of the secret are in the token's row.</summary>
internal sealed class CallPermit(
    RealmCounters counters, string realm, RealmPolicy policy, bool forced, StoreClock clock) : IDisposable
{
    private IReadOnlyList<RealmCall> unspent = [];

    /// <summary>Asks for a call under each limit, before the lease is taken.</summary>
    /// <param name="cell">The token's counts as they were just read.</param>
    /// <returns>Why there is none; null = all of them allow it.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<TokenFailure?> AskAsync(string? cell)
    {
        // What an earlier lease that was lost has not used may have lapsed meanwhile.
        Dispose();
        if (SecretCounts.Refusal(cell, policy, forced, clock.Now) is { } refused) return refused;
        (unspent, var refusal) = await counters.TakeAsync(realm, policy, forced);
        return refusal;
    }

    /// <summary>Uses the calls up, just before the request is sent.</summary>
    public void Spend() => unspent = [];

    /// <summary>Gives back what was not used.</summary>
    public void Dispose()
    {
        foreach (var call in unspent) call.GiveBack();
        unspent = [];
    }
}
