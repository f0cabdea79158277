namespace TokenFunctions.Http.Access.Limits;

/// <summary>What is remembered of the last so many; the one that was not looked for the longest goes first.</summary>
/// <param name="capacity">The most that are remembered.</param>
internal sealed class RecentMemory<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> order = new();

    /// <summary>How many are remembered.</summary>
    public int Count
    {
        get { lock (gate) return nodes.Count; }
    }

    /// <summary>What is remembered of the key; by default nothing.</summary>
    public TValue? Find(TKey key)
    {
        lock (gate) return nodes.TryGetValue(key, out var node) ? node.Value.Value : default;
    }

    /// <summary>Remembers what <paramref name="change"/> makes of what was there, and gives it back.</summary>
    /// <param name="key">Of what.</param>
    /// <param name="change">Makes the new value of the old one, which is the default where there was none; quick, as
    /// everybody else waits for it.</param>
    public TValue Update(TKey key, Func<TValue?, TValue> change)
    {
        lock (gate)
        {
            var value = change(nodes.TryGetValue(key, out var old) ? old.Value.Value : default);
            if (old is not null) order.Remove(old);
            nodes[key] = order.AddLast((key, value));
            if (nodes.Count <= capacity) return value;
            nodes.Remove(order.First!.Value.Key);
            order.RemoveFirst();
            return value;
        }
    }
}
