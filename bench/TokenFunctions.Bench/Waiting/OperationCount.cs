namespace TokenFunctions.Bench.Waiting;

/// <summary>How many operations a process made on its store.</summary>
internal sealed class OperationCount
{
    private long reads;
    private long writes;

    /// <summary>Reads and writes so far.</summary>
    public (long Reads, long Writes) Now => (Interlocked.Read(ref reads), Interlocked.Read(ref writes));

    /// <summary>Counts a read.</summary>
    public Task<T> Reading<T>(Task<T> operation)
    {
        Interlocked.Increment(ref reads);
        return operation;
    }

    /// <summary>Counts a write.</summary>
    public Task<T> Writing<T>(Task<T> operation)
    {
        Interlocked.Increment(ref writes);
        return operation;
    }
}
