namespace TokenFunctions.Renewals;

/// <summary>The pause between two tries at a store that does not answer: each time twice as long, to a limit.</summary>
internal sealed class GrowingPause(TimeProvider time, BrokerTimes times)
{
    private TimeSpan next = times.PollMin;

    public async Task WaitAsync()
    {
        await Task.Delay(next, time);
        next = next * 2 < times.PollMax ? next * 2 : times.PollMax;
    }
}
