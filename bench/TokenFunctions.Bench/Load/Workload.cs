namespace TokenFunctions.Bench.Load;

/// <summary>What is asked, one after the other over all connections. One thread at a time takes from it.</summary>
internal sealed class Workload
{
    private readonly Ask[] asks;
    private readonly int[] order;
    private int at;

    private Workload(Ask[] asks, int[] order) =>
        (this.asks, this.order, LastAsked) = (asks, order, new long[asks.Length]);

    /// <summary>When each was asked the last time, by the stopwatch; 0 = never.</summary>
    public long[] LastAsked { get; }

    /// <summary>The same again and again.</summary>
    public static Workload Of(Ask ask) => new([ask], [0]);

    /// <summary>Many, in an order that begins anew at its end.</summary>
    /// <param name="asks">What is asked.</param>
    /// <param name="order">Places in <paramref name="asks"/>.</param>
    public static Workload Of(Ask[] asks, int[] order) => new(asks, order);

    /// <summary>The next one.</summary>
    /// <param name="now">The time by the stopwatch.</param>
    public Ask Next(long now)
    {
        var next = order[at];
        if (++at == order.Length) at = 0;
        LastAsked[next] = now;
        return asks[next];
    }
}
