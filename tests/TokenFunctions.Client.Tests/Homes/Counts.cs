using System.Collections.Concurrent;

namespace TokenFunctions.Client.Tests.Homes;

/// <summary>What a double was sent, in order.</summary>
internal sealed class Counts
{
    private readonly ConcurrentQueue<string> seen = new();

    public int Number => seen.Count;

    public IReadOnlyList<string> All => [.. seen];

    public void Add(string what) => seen.Enqueue(what);
}
