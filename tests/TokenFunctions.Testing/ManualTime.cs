namespace TokenFunctions.Testing;

/// <summary>A clock that stands still until a test moves it. Delays and timers that use it end inside
/// <see cref="Advance"/>, in the order of their times.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = start;

    /// <summary>A clock that stands at noon of 2026-01-01.</summary>
    public ManualTime()
        : this(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How many timers are waiting; lets a test wait until the code under test sleeps.</summary>
    public int Waiting
    {
        get
        {
            lock (gate) return timers.Count;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on and fires what falls due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (NextUntil(end) is { } timer) timer.Fire();
    }

    /// <summary>Sets the clock, forwards or backwards, without firing anything: what happens when a machine's clock is set.</summary>
    public void Jump(DateTimeOffset to)
    {
        lock (gate) now = to;
    }

    internal void Schedule(ManualTimer timer, TimeSpan due, TimeSpan period)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (due == Timeout.InfiniteTimeSpan) return;
            timer.Due = now + due;
            timer.Period = period;
            timers.Add(timer);
        }
    }

    internal void Remove(ManualTimer timer)
    {
        lock (gate) timers.Remove(timer);
    }

    private ManualTimer? NextUntil(DateTimeOffset end)
    {
        lock (gate)
        {
            var next = timers.Where(t => t.Due <= end).MinBy(t => t.Due);
            if (next is null)
            {
                now = end;
                return null;
            }

            if (next.Due > now) now = next.Due;
            if (next.Period > TimeSpan.Zero) next.Due += next.Period;
            else timers.Remove(next);
            return next;
        }
    }
}
