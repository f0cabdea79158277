using TokenFunctions.Activities;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Activities;

/// <summary>Sums what all processes asked of providers. What this one asked is taken from its memory, which is ahead of
/// its rows.</summary>
internal sealed class ActivityReader(ActivityStore store, ActivityJournal journal, StoreClock clock)
{
    /// <summary>The last ten minutes so far and those before, as many as were in these hours, the oldest
    /// first.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<IReadOnlyList<ActivitySum>> ReadAsync(int hours, CancellationToken cancellationToken)
    {
        var last = ActivityCounts.StepOf(clock.Now);
        var first = last - TimeSpan.FromHours(hours) + ActivityCounts.Step;
        var sums = new SortedDictionary<DateTimeOffset, ActivitySum>();
        for (var from = first; from <= last; from += ActivityCounts.Step) sums[from] = new ActivitySum(from, 0, 0, 0);
        // Another instance's clock may be ahead, and its ten minutes none of these yet.
        var others = await store.ReadOthersAsync(first, journal.Process, cancellationToken);
        foreach (var sum in others.Concat(journal.Own))
            if (sums.TryGetValue(sum.From, out var known)) sums[sum.From] = known.Plus(sum);
        return [.. sums.Values];
    }
}
