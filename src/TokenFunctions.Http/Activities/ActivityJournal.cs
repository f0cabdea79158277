using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using TokenFunctions.Activities;
using TokenFunctions.Diagnostics;
using TokenFunctions.Storage;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Http.Activities;

/// <summary>Writes down what this process asks of providers. A row always gets the whole sum, so that a write whose
/// answer was lost counts nothing twice; what the store does not take is kept for as long as it is of use. Nothing fails
/// for the sake of figures: a store that does not answer is told to the log only.</summary>
public sealed partial class ActivityJournal : IDisposable
{
    private const string Written = "written";
    private const string Removed = "removed";

    private readonly ActivityStore store;
    private readonly StoreClock clock;
    private readonly ILogger<ActivityJournal> logger;
    private readonly ActivityCounts counts;
    private readonly Dictionary<DateTimeOffset, ActivitySum> written = [];
    private readonly SemaphoreSlim writing = new(1);
    // What the log knows to fail, by the name of the work.
    private readonly ConcurrentDictionary<string, bool> told = new(StringComparer.Ordinal);

    /// <summary>A journal of what <paramref name="metrics"/> counts.</summary>
    public ActivityJournal(
        FlowMetrics metrics, ActivityStore store, StoreClock clock, ILogger<ActivityJournal> logger)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        (counts, this.store, this.clock, this.logger) = (metrics.Activity, store, clock, logger);
    }

    /// <summary>What names this process among all others.</summary>
    internal string Process { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>What it asked so far, also what is not written yet.</summary>
    internal IReadOnlyList<ActivitySum> Own => counts.Read();

    private DateTimeOffset Oldest => ActivityCounts.StepOf(clock.Now - ActivityCounts.Kept);

    /// <summary>Writes the sums that grew.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            foreach (var sum in Unwritten())
            {
                await store.SaveAsync(sum, Process, cancellationToken);
                written[sum.From] = sum;
                told.TryRemove(Written, out _);
            }
        }
        catch (StoreUnavailableException e)
        {
            Tell(Written, e);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Removes what any process wrote and is too old to be shown.</summary>
    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.RemoveBeforeAsync(Oldest, cancellationToken);
            told.TryRemove(Removed, out _);
        }
        catch (StoreUnavailableException e)
        {
            Tell(Removed, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => writing.Dispose();

    private List<ActivitySum> Unwritten()
    {
        var oldest = Oldest;
        foreach (var gone in written.Keys.Where(from => from < oldest).ToList()) written.Remove(gone);
        return [.. counts.Read().Where(sum => sum.From >= oldest && sum != written.GetValueOrDefault(sum.From))];
    }

    // Once, until it works again: the store's own trouble is told elsewhere.
    private void Tell(string work, StoreUnavailableException fault)
    {
        if (told.TryAdd(work, true)) LogFailed(work, FaultText.Of(fault));
    }

    [LoggerMessage(2071, LogLevel.Warning, "Figures of activity could not be {Work}: {Exception}",
        EventName = "activity_failed")]
    private partial void LogFailed(string work, string exception);
}
