namespace TokenFunctions.Http.Access.Limits;

/// <summary>What one caller takes of this process just now: so many requests in this second, and so many open
/// ones.</summary>
internal sealed class CallerShare
{
    private const int Closed = -1;
    private RequestRate? rate;
    private int open;

    /// <summary>Whether this one is given up, and the caller has another.</summary>
    public bool IsClosed => Volatile.Read(ref open) == Closed;

    /// <summary>Counts a request.</summary>
    /// <param name="perSecond">The most in a second.</param>
    /// <returns>How long it must wait; null = it may go on.</returns>
    public TimeSpan? Take(int perSecond) => TokenBuckets.TryTake(RateOf(perSecond).Bucket, out var wait) ? null : wait;

    /// <summary>Counts an open request in.</summary>
    /// <param name="most">The most at once.</param>
    /// <returns>Whether it was; null = this one is given up.</returns>
    public bool? TryEnter(int most)
    {
        while (true)
        {
            var now = Volatile.Read(ref open);
            if (now == Closed) return null;
            if (now >= most) return false;
            if (Interlocked.CompareExchange(ref open, now + 1, now) == now) return true;
        }
    }

    /// <summary>Counts one out that was counted in.</summary>
    public void Leave() => Interlocked.Decrement(ref open);

    /// <summary>Gives it up, unless a request is open.</summary>
    public bool TryClose() => Interlocked.CompareExchange(ref open, Closed, 0) == 0;

    private RequestRate RateOf(int perSecond)
    {
        while (true)
        {
            var known = Volatile.Read(ref rate);
            if (known?.PerSecond == perSecond) return known;
            var wanted = new RequestRate(perSecond);
            if (Interlocked.CompareExchange(ref rate, wanted, known) == known) return wanted;
        }
    }
}
