using System.Collections.Concurrent;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Callers;

/// <summary>Notes which keys are used, behind the answers: in each process at most every 10 min for a key. What a
/// crash loses is told by a later use.</summary>
internal sealed class KeyUses(KeyUseStore store, Background background, StoreClock clock)
{
    private const int MaxEntries = 20_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(string Caller, string Key), long> noted = new();

    /// <summary>Notes that a right key was sent just now.</summary>
    public void Note(string callerId, string keyId)
    {
        if (!Claim((callerId, keyId), clock.Time.GetTimestamp())) return;
        var at = clock.Now;
        background.Run("note of a key's use", () => store.MarkAsync(callerId, keyId, at, CancellationToken.None));
    }

    private bool Claim((string Caller, string Key) key, long now)
    {
        if (noted.TryGetValue(key, out var last))
            return clock.Time.GetElapsedTime(last, now) >= Pause && noted.TryUpdate(key, now, last);
        if (noted.Count >= MaxEntries) noted.Clear();
        return noted.TryAdd(key, now);
    }
}
