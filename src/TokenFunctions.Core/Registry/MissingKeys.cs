using System.Collections.Concurrent;
using TokenFunctions.Tokens;

namespace TokenFunctions.Registry;

/// <summary>The tokens that this process could not renew a moment ago because it lacks a sealing key. That says nothing
/// of the token, so it is not written into its row: other instances may have the key. Here it keeps the lease from
/// being taken again and again for nothing.</summary>
/// <param name="time">The clock of the ages.</param>
/// <param name="maxAge">For how long one is remembered.</param>
internal sealed class MissingKeys(TimeProvider time, TimeSpan maxAge)
{
    private const int MaxEntries = 10_000;
    private readonly ConcurrentDictionary<TokenKey, Entry> entries = new();

    /// <summary>What was in the way; null = nothing, as far as is known.</summary>
    public TokenFailure? Find(TokenKey key)
    {
        if (!entries.TryGetValue(key, out var entry)) return null;
        if (time.GetElapsedTime(entry.FailedAt) < maxAge) return entry.Failure;
        entries.TryRemove(new(key, entry));
        return null;
    }

    /// <summary>Remembers a renewal's failure, if it is of this kind.</summary>
    public void Note(TokenKey key, TokenFailure? failure)
    {
        if (failure is not { Kind: FailureKind.SealingKeyUnknown }) return;
        if (entries.Count >= MaxEntries) entries.Clear();
        entries[key] = new Entry(failure, time.GetTimestamp());
    }

    /// <summary>Forgets a token whose secret or input was changed, or whose operator says: try again.</summary>
    public void Forget(TokenKey key) => entries.TryRemove(key, out _);

    private sealed record Entry(TokenFailure Failure, long FailedAt);
}
