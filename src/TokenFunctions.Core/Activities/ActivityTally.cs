namespace TokenFunctions.Activities;

/// <summary>Counts what this process asks of providers in ten minutes.</summary>
/// <param name="from">When they begin, UTC.</param>
internal sealed class ActivityTally(DateTimeOffset from)
{
    private long calls;
    private long failedCalls;
    private long renewals;

    public DateTimeOffset From => from;

    public void AddCall(bool isFailed)
    {
        Interlocked.Increment(ref calls);
        if (isFailed) Interlocked.Increment(ref failedCalls);
    }

    public void AddRenewal() => Interlocked.Increment(ref renewals);

    public ActivitySum Read()
    {
        // First: read behind the calls, those that failed could be more than they.
        var failed = Interlocked.Read(ref failedCalls);
        return new ActivitySum(from, Interlocked.Read(ref calls), failed, Interlocked.Read(ref renewals));
    }
}
