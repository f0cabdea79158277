namespace TokenFunctions.Http.Tests.App;

/// <summary>Has one timer, which the test fires.</summary>
internal sealed class HandTimer : TimeProvider
{
    private Action? fire;
    private TimeSpan due;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        (fire, due) = (() => callback(state), dueTime);
        return new Timer();
    }

    /// <summary>Lets the time pass; gives how long that would have been.</summary>
    public TimeSpan Fire()
    {
        fire!();
        return due;
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
