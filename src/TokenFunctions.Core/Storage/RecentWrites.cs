using System.Collections.Concurrent;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>What this process last wrote of each token, so that it is not written again. Bounded: a full memory is
/// emptied, and then some is written once more.</summary>
internal sealed class RecentWrites<T>
    where T : IEquatable<T>
{
    private const int Most = 100_000;
    private readonly ConcurrentDictionary<TokenKey, T> last = new();

    public bool Holds(TokenKey key, T value) => last.TryGetValue(key, out var known) && known.Equals(value);

    /// <summary>Keeps what was written. False = it was known already.</summary>
    public bool Keep(TokenKey key, T value)
    {
        if (Holds(key, value)) return false;
        if (last.Count >= Most) last.Clear();
        last[key] = value;
        return true;
    }

    public void Forget(TokenKey key) => last.TryRemove(key, out _);
}
