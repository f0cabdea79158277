using System.Collections.Concurrent;

namespace TokenFunctions.Http.Callers;

/// <summary>Names that no caller had a short time ago. They have a memory of their own, so that a flood of them drives
/// no caller out of the other one.</summary>
internal sealed class AbsentCallers(TimeProvider time, TimeSpan maxAge)
{
    /// <summary>The most names; a full memory is emptied, and then some are looked up once more.</summary>
    public const int MaxEntries = 10_000;

    private readonly ConcurrentDictionary<string, long> readAt = new(StringComparer.Ordinal);
    private long epoch;

    /// <summary>How many names are remembered.</summary>
    public int Count => readAt.Count;

    /// <summary>Grows with each change.</summary>
    public long Epoch => Interlocked.Read(ref epoch);

    public bool Holds(string name) => readAt.TryGetValue(name, out var at) && time.GetElapsedTime(at) < maxAge;

    /// <summary>Remembers that a read found nothing.</summary>
    /// <param name="name">What was looked for.</param>
    /// <param name="at">When the read began, in ticks of the time provider.</param>
    /// <param name="begunIn">The epoch at that time.</param>
    public void Keep(string name, long at, long begunIn)
    {
        if (begunIn != Epoch) return;
        if (readAt.Count >= MaxEntries) readAt.Clear();
        readAt[name] = at;
        // A change between the look and the keeping has not found it.
        if (begunIn != Epoch) readAt.TryRemove(name, out _);
    }

    public void Forget(string name)
    {
        Interlocked.Increment(ref epoch);
        readAt.TryRemove(name, out _);
    }
}
