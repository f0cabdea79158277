using TokenFunctions.Storage;

namespace TokenFunctions.Renewals;

/// <summary>Until when a caller waits.</summary>
internal sealed class Deadline(StoreClock clock, TimeSpan patience)
{
    private readonly DateTimeOffset end = clock.Now + patience;

    /// <summary>Whether a caller would still wait then.</summary>
    public bool Reaches(DateTimeOffset at) => at < end;

    /// <summary>Waits for shared work, which goes on when the caller leaves.</summary>
    /// <param name="join">Joins or starts the work; not called when the time is over.</param>
    /// <param name="cancellationToken">The caller's leaving.</param>
    /// <returns>What the work brought; null = the time was over first.</returns>
    public async Task<T?> WaitAsync<T>(Func<Task<T>> join, CancellationToken cancellationToken)
        where T : class
    {
        var left = end - clock.Now;
        if (left <= TimeSpan.Zero) return null;
        try
        {
            return await join().WaitAsync(left, clock.Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
