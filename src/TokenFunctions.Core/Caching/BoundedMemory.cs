using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace TokenFunctions.Caching;

/// <summary>Entries up to a number of bytes; the longest unused ones go first. Finding one takes no lock.</summary>
/// <param name="maxBytes">The most memory, in bytes, about.</param>
internal sealed class BoundedMemory<TKey, TEntry>(long maxBytes)
    where TKey : notnull
    where TEntry : class, IRemembered
{
    private readonly ConcurrentDictionary<TKey, TEntry> entries = new();
    private readonly Lock eviction = new();
    private long bytes;

    public long Bytes => Interlocked.Read(ref bytes);

    public int Count => entries.Count;

    public IEnumerable<TKey> Keys => entries.Keys;

    public IEnumerable<TEntry> Values => entries.Select(e => e.Value);

    public bool TryGet(TKey key, [NotNullWhen(true)] out TEntry? entry) => entries.TryGetValue(key, out entry);

    /// <summary>Puts an entry in place of the old one, unless that is the better of the two.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="isBetter">Whether the first one, which is there, is to stay rather than the second.</param>
    public void Put(TKey key, TEntry entry, Func<TEntry, TEntry, bool> isBetter)
    {
        while (true)
        {
            if (!entries.TryGetValue(key, out var old))
            {
                if (!entries.TryAdd(key, entry)) continue;
            }
            else
            {
                if (isBetter(old, entry)) return;
                if (!entries.TryUpdate(key, entry, old)) continue;
                Interlocked.Add(ref bytes, -old.Bytes);
            }

            if (Interlocked.Add(ref bytes, entry.Bytes) > maxBytes) Evict();
            return;
        }
    }

    public void Remove(TKey key)
    {
        if (entries.TryRemove(key, out var old)) Interlocked.Add(ref bytes, -old.Bytes);
    }

    // A tenth at once, so that a full memory does not sort itself at each new entry; one thread does so for all.
    private void Evict()
    {
        if (!eviction.TryEnter()) return;
        try
        {
            var goal = maxBytes - (maxBytes / 10);
            var newest = NewestToGo(Bytes - goal);
            foreach (var (key, entry) in entries)
            {
                if (Bytes <= goal) return;
                if (entry.UsedAt <= newest) Remove(key);
            }
        }
        finally
        {
            eviction.Exit();
        }
    }

    // When the last one of those was used that so many bytes have to go with.
    private long NewestToGo(long surplus)
    {
        var uses = new List<(long UsedAt, long Bytes)>(Count);
        foreach (var (_, entry) in entries) uses.Add((entry.UsedAt, entry.Bytes));
        uses.Sort();
        foreach (var use in uses)
            if ((surplus -= use.Bytes) <= 0) return use.UsedAt;
        return long.MaxValue;
    }
}
