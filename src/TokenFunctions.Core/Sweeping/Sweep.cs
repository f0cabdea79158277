using Microsoft.Extensions.Logging;
using TokenFunctions.Renewals;
using TokenFunctions.Storage;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Sweeping;

/// <summary>The timer's run: works off the hints at tokens that are due, by the same verb as callers use, and does a
/// slice of the slow pass. Runs may overlap, in one process or in many: the lease in a token's row keeps them apart. A
/// run that ends early loses nothing: a hint is removed only after it was worked off.</summary>
public sealed partial class Sweep
{
    private readonly SweepStores stores;
    private readonly RealmGates gates;
    private readonly HintWork work;
    private readonly Repair repair;
    private readonly StoreClock clock;
    private readonly BrokerTimes times;
    private readonly SweepLimits limits;
    private readonly SweepHooks hooks;
    private readonly Background background;
    private readonly Random random;
    private readonly SweepMetrics metrics;
    private readonly ILogger<Sweep> logger;

    /// <summary>A sweep over these stores.</summary>
    /// <param name="broker">Renews.</param>
    /// <param name="stores">The stores; the broker's are the same.</param>
    /// <param name="clock">Store time.</param>
    /// <param name="times">The times of the flow.</param>
    /// <param name="limits">How much is done at once.</param>
    /// <param name="hooks">What others want to do for the rows that the slow pass comes by.</param>
    /// <param name="background">Where renewals run.</param>
    /// <param name="random">Chooses the first shard.</param>
    /// <param name="metrics">Gets the figures.</param>
    /// <param name="logger">Gets one line a run.</param>
    public Sweep(
        Broker broker, SweepStores stores, StoreClock clock, BrokerTimes times, SweepLimits limits, SweepHooks hooks,
        Background background, Random random, SweepMetrics metrics, ILogger<Sweep> logger)
    {
        ArgumentNullException.ThrowIfNull(broker);
        ArgumentNullException.ThrowIfNull(stores);
        (this.stores, this.clock, this.times, this.limits, this.hooks) = (stores, clock, times, limits, hooks);
        (this.background, this.random, this.metrics, this.logger) = (background, random, metrics, logger);
        var flow = stores.Flow;
        var wants = new Wants(flow.Used, times);
        gates = broker.Gates;
        work = new HintWork(broker, wants, flow.Due, hooks, clock);
        var longDead = new LongDead(flow.Tokens, flow.Used, clock, limits);
        var visits = new RepairVisits(flow.Realms, broker.Lookout, wants, flow.Due, longDead, hooks, times);
        repair = new Repair(flow.Tokens, stores.Secrets, stores.Marks, visits, limits, hooks, clock);
    }

    /// <summary>Works off what is due now, within <see cref="BrokerTimes.SweepLimit"/>.</summary>
    /// <param name="cancellationToken">Ends the run; attempts that are under way go on.</param>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<SweepReport> RunAsync(CancellationToken cancellationToken)
    {
        using var span = Spans.Source.StartActivity("sweep");
        var (tally, time) = (new SweepTally(), new RunTime(clock.Time, times.SweepLimit));
        await Task.WhenAll(
            repair.RunAsync(tally, time, cancellationToken), WorkAsync(tally, time, cancellationToken),
            hooks.Beside?.Invoke(cancellationToken) ?? Task.CompletedTask);
        var report = tally.Report(time);
        metrics.Add(report);
        LogSwept(
            report.Due, report.Renewed, report.Failed, report.Left, report.Removed,
            Math.Round(report.Elapsed.TotalSeconds, 3), report.Held, report.Unwanted, report.Repaired,
            report.IsCutShort);
        if (hooks.Ended is { } ended) await ended(report, cancellationToken);
        return report;
    }

    private async Task WorkAsync(SweepTally tally, RunTime time, CancellationToken cancellationToken)
    {
        using var lanes = new Lanes(
            stores.Flow.Realms, gates, tally, time, clock, background, limits,
            hint => work.WorkAsync(hint, cancellationToken));
        try
        {
            // Runs that overlap begin at different shards, and so share the work.
            var (first, until) = (random.Next(DueStore.Shards), clock.Now);
            for (var i = 0; i < DueStore.Shards && !time.IsOver; i++)
                await ReadAsync((first + i) % DueStore.Shards, until, lanes, tally, time, cancellationToken);
        }
        finally
        {
            await lanes.EndAsync();
        }
    }

    private async Task ReadAsync(
        int shard, DateTimeOffset until, Lanes lanes, SweepTally tally, RunTime time,
        CancellationToken cancellationToken)
    {
        await foreach (var hint in stores.Flow.Due.ReadAsync(shard, until, cancellationToken))
        {
            if (time.IsOver) return;
            tally.Read();
            // It lies in the minute that has just begun.
            if (hint.DueAt > until) tally.End(HintEnd.NotDue);
            else await lanes.AddAsync(hint, cancellationToken);
        }
    }

    [LoggerMessage(1201, LogLevel.Information,
        "Sweep: {Due} due, {Renewed} renewed, {Failed} failed, {Behind} behind, {Removed} removed in {Seconds} s; "
        + "{Held} held, {Unwanted} unwanted, {Repaired} repaired; cut short: {CutShort}", EventName = "sweep_done")]
    private partial void LogSwept(
        int due, int renewed, int failed, int behind, int removed, double seconds, int held, int unwanted,
        int repaired, bool cutShort);
}
