using System.Collections.Concurrent;

namespace TokenFunctions.Registry;

/// <summary>Values that were read a short time ago, one read in flight a key. Absent ones are not remembered.</summary>
internal sealed class ShortMemory<TKey, TValue>(TimeProvider time, TimeSpan maxAge, Func<TKey, Task<TValue?>> read)
    where TKey : notnull
    where TValue : class
{
    private const int MaxEntries = 20_000;
    private readonly ConcurrentDictionary<TKey, (TValue Value, long ReadAt)> entries = new();
    private readonly SingleFlight<TKey, TValue?> flights = new();
    private long epoch;

    public Task<TValue?> GetAsync(TKey key, CancellationToken cancellationToken) =>
        entries.TryGetValue(key, out var entry) && time.GetElapsedTime(entry.ReadAt) < maxAge
            ? Task.FromResult<TValue?>(entry.Value)
            : flights.Join(key, () => ReadAnewAsync(key)).WaitAsync(cancellationToken);

    public async Task<TValue?> ReadAnewAsync(TKey key)
    {
        var begunIn = Interlocked.Read(ref epoch);
        var readAt = time.GetTimestamp();
        var value = await read(key);
        if (value is null) entries.TryRemove(key, out _);
        else if (begunIn == Interlocked.Read(ref epoch)) Remember(key, value, readAt, begunIn);
        return value;
    }

    public void Forget(TKey key)
    {
        // A read that began before the change must neither be remembered nor joined after it.
        Interlocked.Increment(ref epoch);
        flights.Detach(key);
        entries.TryRemove(key, out _);
    }

    private void Remember(TKey key, TValue value, long readAt, long begunIn)
    {
        if (entries.Count >= MaxEntries) entries.Clear();
        entries[key] = (value, readAt);
        // A change between the look and the remembering has not found the entry.
        if (begunIn != Interlocked.Read(ref epoch)) entries.TryRemove(key, out _);
    }
}
