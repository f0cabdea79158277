namespace TokenFunctions.Storage;

/// <summary>Store time: this process's clock corrected by what the store's answers tell. Every time in a row is store
/// time, so that instances whose clocks differ agree.</summary>
/// <remarks>A <c>Date</c> header has a resolution of 1 s (RFC 9110 §5.6.7); each answer bounds the offset from both
/// sides, and the tightest bounds are kept. Stores without a clock of their own observe nothing.</remarks>
public sealed class StoreClock(TimeProvider time)
{
    private readonly Lock gate = new();
    private long low = long.MinValue;
    private long high = long.MaxValue;
    private long offset;

    /// <summary>The time now, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offset));

    /// <summary>The process's own time source, for delays and timers.</summary>
    public TimeProvider Time => time;

    /// <summary>Learns from an answer of the store.</summary>
    /// <param name="sentAt">Own clock just before the request was sent.</param>
    /// <param name="receivedAt">Own clock just after the answer came.</param>
    /// <param name="date">The answer's <c>Date</c>, whole seconds.</param>
    public void Observe(DateTimeOffset sentAt, DateTimeOffset receivedAt, DateTimeOffset date)
    {
        var newLow = (date - receivedAt).Ticks;
        var newHigh = (date + TimeSpan.FromSeconds(1) - sentAt).Ticks;
        if (newLow > newHigh) return;
        lock (gate)
        {
            low = Math.Max(low, newLow);
            high = Math.Min(high, newHigh);
            // Bounds that contradict each other mean that a clock was set: what was learned before it is void.
            if (low > high) (low, high) = (newLow, newHigh);
            // Zero inside the bounds means that nothing speaks against the own clock.
            var best = low <= 0 && high >= 0 ? 0 : low + ((high - low) / 2);
            Interlocked.Exchange(ref offset, best);
        }
    }
}
