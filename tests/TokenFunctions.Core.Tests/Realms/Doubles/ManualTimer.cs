namespace TokenFunctions.Core.Tests.Realms.Doubles;

internal sealed class ManualTimer(TimeProvider clock, Action fire) : ITimer
{
    public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

    public void Fire() => fire();

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + dueTime;
        return true;
    }

    public void Dispose() => Due = DateTimeOffset.MaxValue;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
