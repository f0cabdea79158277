using System.Collections.Concurrent;
using TokenFunctions.Storage;

namespace TokenFunctions.Renewals;

/// <summary>Keeps the calls of this process to one realm's provider within <c>policy.concurrency</c>.</summary>
internal sealed class RealmGates(StoreClock clock)
{
    private readonly ConcurrentDictionary<string, RealmGate> gates = new(StringComparer.Ordinal);

    /// <summary>Waits for a place; false = there was none in time.</summary>
    /// <param name="realm">The realm.</param>
    /// <param name="most">How many calls may be under way.</param>
    /// <param name="patience">How long to wait at most.</param>
    public Task<bool> EnterAsync(string realm, int most, TimeSpan patience) =>
        gates.GetOrAdd(realm, _ => new RealmGate()).EnterAsync(most, patience, clock.Time);

    /// <summary>Gives the place to the next.</summary>
    public void Leave(string realm) => gates[realm].Leave();
}
