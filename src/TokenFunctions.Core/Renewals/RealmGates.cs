using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Renewals;

/// <summary>Keeps the calls of this process to one realm's provider within <c>policy.concurrency</c> and within what
/// the deployment takes.</summary>
/// <param name="clock">The time that is waited by.</param>
/// <param name="most">How many calls to one realm's provider may be under way, whatever the realm says.</param>
public sealed class RealmGates(StoreClock clock, int most = int.MaxValue)
{
    private readonly Lock access = new();
    private readonly Dictionary<string, RealmGate> gates = new(StringComparer.Ordinal);

    /// <summary>How many realms have calls under way or waiting.</summary>
    internal int Count
    {
        get
        {
            lock (access) return gates.Count;
        }
    }

    /// <summary>How many calls of a realm may be under way.</summary>
    internal int Most(RealmPolicy policy) => Math.Min(policy.Concurrency, most);

    /// <summary>Waits for a place; false = there was none in time.</summary>
    /// <param name="realm">The realm.</param>
    /// <param name="policy">What it says now.</param>
    /// <param name="patience">How long to wait at most.</param>
    internal async Task<bool> EnterAsync(string realm, RealmPolicy policy, TimeSpan patience)
    {
        var entered = await Come(realm).EnterAsync(Most(policy), patience, clock.Time);
        if (!entered) Go(realm);
        return entered;
    }

    /// <summary>Gives the place to the next.</summary>
    internal void Leave(string realm) => Go(realm)?.Leave();

    private RealmGate Come(string realm)
    {
        lock (access)
        {
            if (!gates.TryGetValue(realm, out var gate)) gates[realm] = gate = new();
            gate.Users++;
            return gate;
        }
    }

    // A trial may be of any realm, so a gate is kept no longer than somebody is at it.
    private RealmGate? Go(string realm)
    {
        lock (access)
        {
            if (!gates.TryGetValue(realm, out var gate)) return null;
            if (--gate.Users == 0) gates.Remove(realm);
            return gate;
        }
    }
}
