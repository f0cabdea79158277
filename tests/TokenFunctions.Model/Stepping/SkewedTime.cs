namespace TokenFunctions.Model.Stepping;

/// <summary>One owner's clock: it goes as the true time does, but is wrong by <paramref name="skew"/>.</summary>
public sealed class SkewedTime(Machine machine, Owner owner, TimeSpan skew) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => machine.Now + skew;

    public override long GetTimestamp() => machine.Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SkewedTimer(machine, owner, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
