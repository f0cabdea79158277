using TokenFunctions.Http.Callers;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Access.Keys;

/// <summary>The ids of all callers, read at once: what is asked of it costs one reading every few seconds, however
/// often it is asked.</summary>
internal sealed class CallerRoll(CallerStore store, CallerCatalog catalog, TimeProvider time)
{
    // Shorter than the time in which a change reaches all instances, and long enough for a list of some thousands.
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);
    private readonly SingleFlight<string, Reading> flights = new();
    private volatile Reading? last;

    /// <summary>Whether there is, or was a few seconds ago, a caller of that id.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer, and the ids were never read.</exception>
    public async Task<bool> HasAsync(string id, CancellationToken cancellationToken)
    {
        var reading = last is { } fresh && IsGood(fresh)
            ? fresh
            : await flights.Join("all", ReadAsync).WaitAsync(cancellationToken);
        return (reading.Ids ?? throw new StoreUnavailableException()).Contains(id);
    }

    // A caller that this process has just made is not on an older list.
    private bool IsGood(Reading reading) =>
        time.GetElapsedTime(reading.At) < MaxAge && reading.Epoch == catalog.Epoch;

    // A list that could not be read is not tried again at once either: the older one serves, if there is one.
    private async Task<Reading> ReadAsync()
    {
        var (at, epoch) = (time.GetTimestamp(), catalog.Epoch);
        try
        {
            var callers = await store.ListAsync(CancellationToken.None);
            last = new Reading(at, epoch, callers.Select(caller => caller.Id).ToHashSet(StringComparer.Ordinal));
        }
        catch (StoreUnavailableException)
        {
            last = new Reading(at, epoch, last?.Ids);
        }

        return last;
    }

    private sealed record Reading(long At, long Epoch, HashSet<string>? Ids);
}
