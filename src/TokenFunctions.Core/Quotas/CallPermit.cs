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

    /// <summary>Whether each limit allows a call, before the lease is taken. Nothing is counted for the realm yet: of
    /// all who want one token only one gets the lease.</summary>
    /// <param name="cell">The token's counts as they were just read.</param>
    /// <returns>Why there is none; null = all of them allow it, as far as this instance knows.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<TokenFailure?> AskAsync(string? cell) =>
        SecretCounts.Refusal(cell, policy, forced, clock.Now) ?? await counters.LookAsync(realm, policy, forced);

    /// <summary>Counts a call under each limit of the realm, by the holder of the lease just before it sends.</summary>
    /// <returns>Why there is none; null = it may send.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<TokenFailure?> TakeAsync()
    {
        // What an earlier lease that was lost has not used may have lapsed meanwhile.
        Dispose();
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
