using System.Collections.Concurrent;
using TokenFunctions.Storage;

namespace TokenFunctions.Registry;

/// <summary>Values that were read a short time ago, one read in flight a key. Absent ones are not remembered. While the
/// store does not answer in a moment, what was last read is given however old it is.</summary>
/// <param name="time">The clock of the ages.</param>
/// <param name="maxAge">The greatest age, counted from the beginning of the read.</param>
/// <param name="read">Reads a value from the store; null = there is none.</param>
public sealed class ShortMemory<TKey, TValue>(TimeProvider time, TimeSpan maxAge, Func<TKey, Task<TValue?>> read)
    where TKey : notnull
    where TValue : class
{
    private const int MaxEntries = 20_000;
    // While the store is down, the time between two tries, and the longest that one is waited for.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<TKey, Entry> entries = new();
    private readonly SingleFlight<TKey, TValue?> flights = new();
    private long epoch;

    /// <summary>Whether the value was read before, however long ago.</summary>
    public bool Remembers(TKey key) => entries.ContainsKey(key);

    /// <summary>Whether <see cref="GetAsync"/> would give this very object, from memory.</summary>
    public bool Holds(TKey key, TValue value) =>
        entries.TryGetValue(key, out var entry) && ReferenceEquals(entry.Given.Result, value) && IsGood(entry);

    /// <summary>The value, perhaps from memory; null = there is none.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer, and the value was never
    /// read.</exception>
    public Task<TValue?> GetAsync(TKey key, CancellationToken cancellationToken) =>
        entries.TryGetValue(key, out var entry) && IsGood(entry)
            ? entry.Given
            : RefreshAsync(key, cancellationToken);

    /// <summary>The value as the store has it now.</summary>
    public async Task<TValue?> ReadAnewAsync(TKey key)
    {
        var begunIn = Interlocked.Read(ref epoch);
        var readAt = time.GetTimestamp();
        var value = await read(key);
        if (value is null) entries.TryRemove(key, out _);
        else if (begunIn == Interlocked.Read(ref epoch)) Remember(key, value, readAt, begunIn);
        return value;
    }

    /// <summary>Forgets a value that was changed.</summary>
    public void Forget(TKey key)
    {
        // A read that began before the change must neither be remembered nor joined after it.
        Interlocked.Increment(ref epoch);
        flights.Detach(key);
        entries.TryRemove(key, out _);
    }

    private bool IsGood(Entry entry) =>
        time.GetElapsedTime(entry.ReadAt) < maxAge
        || (entry.FailedAt is { } failedAt && time.GetElapsedTime(failedAt) < Pause);

    private async Task<TValue?> RefreshAsync(TKey key, CancellationToken cancellationToken)
    {
        var reading = flights.Join(key, () => ReadAnewAsync(key));
        if (!entries.TryGetValue(key, out var last)) return await reading.WaitAsync(cancellationToken);
        try
        {
            return await reading.WaitAsync(Pause, time, cancellationToken);
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
        {
            entries.TryUpdate(key, last with { FailedAt = time.GetTimestamp() }, last);
            return await last.Given;
        }
    }

    private void Remember(TKey key, TValue value, long readAt, long begunIn)
    {
        if (entries.Count >= MaxEntries) entries.Clear();
        entries[key] = new Entry(Task.FromResult<TValue?>(value), readAt, null);
        // A change between the look and the remembering has not found the entry.
        if (begunIn != Interlocked.Read(ref epoch)) entries.TryRemove(key, out _);
    }

    // The value as it is given, made once and not for each who asks.
    private readonly record struct Entry(Task<TValue?> Given, long ReadAt, long? FailedAt);
}
