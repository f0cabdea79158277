using System.Collections.Concurrent;
using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Renewals;

/// <summary>Keeps the calls of this process to one realm's provider within <c>policy.concurrency</c> and within what
/// the deployment takes.</summary>
/// <param name="clock">The time that is waited by.</param>
/// <param name="most">How many calls to one realm's provider may be under way, whatever the realm says.</param>
public sealed class RealmGates(StoreClock clock, int most = int.MaxValue)
{
    private readonly ConcurrentDictionary<string, RealmGate> gates = new(StringComparer.Ordinal);

    /// <summary>How many calls of a realm may be under way.</summary>
    internal int Most(RealmPolicy policy) => Math.Min(policy.Concurrency, most);

    /// <summary>Waits for a place; false = there was none in time.</summary>
    /// <param name="realm">The realm.</param>
    /// <param name="policy">What it says now.</param>
    /// <param name="patience">How long to wait at most.</param>
    internal Task<bool> EnterAsync(string realm, RealmPolicy policy, TimeSpan patience) =>
        gates.GetOrAdd(realm, _ => new RealmGate()).EnterAsync(Most(policy), patience, clock.Time);

    /// <summary>Gives the place to the next.</summary>
    internal void Leave(string realm) => gates[realm].Leave();
}
