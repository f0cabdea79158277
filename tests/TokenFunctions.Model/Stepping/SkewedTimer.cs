namespace TokenFunctions.Model.Stepping;

/// <summary>A timer of <see cref="SkewedTime"/>.</summary>
internal sealed class SkewedTimer(Machine machine, Owner owner, TimerCallback callback, object? state) : ITimer
{
    // Grows with each change, so that what was set before does not fire.
    private int setting;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Set(++setting, dueTime, period);
        return true;
    }

    public void Dispose() => setting++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    private void Set(int own, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan) return;
        machine.After(dueTime, owner, "timer", () =>
        {
            if (own != setting) return;
            if (period > TimeSpan.Zero) Set(own, period, period);
            callback(state);
        });
    }
}
