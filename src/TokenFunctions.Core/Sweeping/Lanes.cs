using TokenFunctions.Registry;
using TokenFunctions.Renewals;
using TokenFunctions.Storage;

namespace TokenFunctions.Sweeping;

/// <summary>A lane for each realm whose hints a sweep has found, and the bound over all of them.</summary>
internal sealed class Lanes(
    RealmCatalog realms, RealmGates gates, SweepTally tally, RunTime time, StoreClock clock,
    Background background, SweepLimits limits, Func<DueHint, Task<HintEnd>> work) : IDisposable
{
    // A realm that works off not one of its hints in this time is not waited for again in this sweep.
    private const int Patience = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Lane> lanes = new(StringComparer.Ordinal);
    private readonly HashSet<string> slow = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim slots = new(limits.Parallelism, limits.Parallelism);

    /// <summary>Takes a hint over; leaves it to the next sweep when its realm is too slow.</summary>
    public async Task AddAsync(DueHint hint, CancellationToken cancellationToken)
    {
        var realm = hint.Key.Realm;
        var lane = await FindAsync(realm, cancellationToken);
        if (lane.IsFull && !slow.Contains(realm)) await WaitAsync(realm, lane, cancellationToken);
        if (lane.IsFull) tally.Leave();
        else lane.Add(hint);
    }

    /// <summary>Waits until all hints are worked off or left.</summary>
    public Task EndAsync() => Task.WhenAll(lanes.Values.Select(lane => lane.EndAsync()));

    public void Dispose() => slots.Dispose();

    private async Task WaitAsync(string realm, Lane lane, CancellationToken cancellationToken)
    {
        for (var i = 0; lane.IsFull && i < Patience && !time.IsOver; i++)
            await Task.Delay(Pause, clock.Time, cancellationToken);
        if (lane.IsFull) slow.Add(realm);
    }

    private async Task<Lane> FindAsync(string realm, CancellationToken cancellationToken)
    {
        if (lanes.TryGetValue(realm, out var known)) return known;
        var plan = (await realms.FindAsync(realm, cancellationToken))?.Plan;
        return lanes[realm] = new Lane(plan is null ? 1 : gates.Most(plan.Policy), InTurnAsync, background);
    }

    private async Task InTurnAsync(DueHint hint)
    {
        await slots.WaitAsync();
        try
        {
            if (time.IsOver) tally.Leave();
            else tally.End(await work(hint));
        }
        finally
        {
            slots.Release();
        }
    }
}
