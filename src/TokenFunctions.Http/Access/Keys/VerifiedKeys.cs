using System.Collections.Concurrent;
using TokenFunctions.Http.Callers;

namespace TokenFunctions.Http.Access.Keys;

/// <summary>The keys that were found right a short time ago, so that a program that asks again and again costs neither
/// a hash nor a checksum nor a look at its row.</summary>
/// <remarks>It knows nothing that <see cref="CallerCatalog"/> would not say just now: what was found out holds for the
/// very reading of a caller's row that it was found out with, so it ends when the catalog reads the row anew or forgets
/// it. What can change without that (a key's end, the network, the limits) is not remembered. Callers are looked up by
/// their ids, which are no secret.</remarks>
internal sealed class VerifiedKeys(CallerCatalog catalog, TimeProvider time)
{
    /// <summary>The most callers; a full memory is emptied, and then their keys are compared once more.</summary>
    public const int MaxCallers = 10_000;

    /// <summary>How often those are looked for that have ended, and whose callers did not come again.</summary>
    public static readonly TimeSpan ClearEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, VerifiedKey[]> known = new(StringComparer.Ordinal);
    private long clearedAt = time.GetTimestamp();

    /// <summary>How many callers are remembered.</summary>
    public int Count => known.Count;

    /// <summary>What the sent text was found to be; null = it has to be compared.</summary>
    public VerifiedKey? Find(ReadOnlySpan<char> sent)
    {
        if (!ApiKey.TrySplit(sent, out var callerId, out _)) return null;
        if (!known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(callerId, out var keys)) return null;
        if (!catalog.Holds(keys[0].Caller))
        {
            known.TryRemove(KeyValuePair.Create(keys[0].Caller.Id, keys));
            return null;
        }

        foreach (var key in keys)
            if (key.Is(sent)) return key;
        return null;
    }

    /// <summary>Remembers a key that was sent.</summary>
    /// <param name="caller">The caller, as the catalog gave it.</param>
    /// <param name="key">The stored key that was sent.</param>
    /// <param name="sent">Its text.</param>
    public VerifiedKey Keep(Caller caller, CallerKey key, string sent)
    {
        var verified = new VerifiedKey(caller, key, sent);
        if (time.GetElapsedTime(Interlocked.Read(ref clearedAt)) >= ClearEvery) ClearEnded();
        if (known.Count >= MaxCallers) known.Clear();
        known.AddOrUpdate(caller.Id, [verified], (_, old) => [verified, .. old.Where(IsBeside)]);
        return verified;

        // Others of the same reading, of which there are as many as the caller has keys.
        bool IsBeside(VerifiedKey other) => ReferenceEquals(other.Caller, caller) && other.Key.Id != key.Id;
    }

    private void ClearEnded()
    {
        Interlocked.Exchange(ref clearedAt, time.GetTimestamp());
        foreach (var entry in known)
            if (!catalog.Holds(entry.Value[0].Caller)) known.TryRemove(entry);
    }
}
