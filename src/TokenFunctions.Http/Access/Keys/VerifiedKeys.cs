using System.Collections.Concurrent;
using TokenFunctions.Http.Callers;

namespace TokenFunctions.Http.Access.Keys;

/// <summary>The keys that were found right a short time ago, so that a program that asks again and again costs neither
/// a hash nor a look at its row each time.</summary>
/// <remarks>It knows nothing that <see cref="CallerCatalog"/> would not say just now: what was found out holds for the
/// very reading of a caller's row that it was found out with, so it ends when the catalog reads the row anew or forgets
/// it. What can change without that (a key's end, the network, the limits) is not remembered. Callers are looked up by
/// their ids, which are no secret; the keys themselves are not kept, see <see cref="KeyMarks"/>.</remarks>
internal sealed class VerifiedKeys(CallerCatalog catalog)
{
    /// <summary>The most callers; a full memory is emptied, and then their keys are compared once more.</summary>
    public const int MaxCallers = 10_000;

    private readonly ConcurrentDictionary<string, VerifiedKey[]> known = new(StringComparer.Ordinal);
    private readonly KeyMarks marks = new(ApiKey.SecretLength);

    /// <summary>How many callers are remembered.</summary>
    public int Count => known.Count;

    /// <summary>What the sent text was found to be; null = it has to be compared.</summary>
    public VerifiedKey? Find(ReadOnlySpan<char> sent)
    {
        if (!ApiKey.TrySplit(sent, out var callerId, out var secret)) return null;
        if (!known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(callerId, out var keys)) return null;
        if (!catalog.Holds(keys[0].Caller)) return null;
        var mark = marks.Of(secret);
        foreach (var key in keys)
            if (key.Mark == mark) return key;
        return null;
    }

    /// <summary>Remembers what a sent text was found to be.</summary>
    /// <param name="sent">The text.</param>
    /// <param name="caller">The caller, as the catalog gave it.</param>
    /// <param name="key">The stored key that the text is.</param>
    public VerifiedKey Keep(ReadOnlySpan<char> sent, Caller caller, CallerKey key)
    {
        ApiKey.TrySplit(sent, out _, out var secret);
        var verified = new VerifiedKey(marks.Of(secret), caller, key);
        if (known.Count >= MaxCallers) known.Clear();
        known.AddOrUpdate(caller.Id, [verified], (_, old) => [verified, .. old.Where(IsBeside)]);
        return verified;

        // Others of the same reading, of which there are as many as the caller has keys.
        bool IsBeside(VerifiedKey other) => ReferenceEquals(other.Caller, caller) && other.Key.Id != key.Id;
    }
}
