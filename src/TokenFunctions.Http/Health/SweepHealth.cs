using TokenFunctions.Storage;

namespace TokenFunctions.Http.Health;

/// <summary>Whether the sweep still comes round. Without it tokens are renewed only when somebody asks for them, which
/// takes longer but serves, so its silence is never a failure.</summary>
public static class SweepHealth
{
    private const int Intervals = 10;

    /// <summary>The check.</summary>
    /// <param name="marks">Tells when a sweep last ended, of whichever instance.</param>
    /// <param name="times">How often it should come.</param>
    /// <param name="clock">Store time.</param>
    /// <param name="startedAt">When the process started, store time, UTC: nothing before that counts against
    /// it.</param>
    public static HealthCheck Of(SweepMarks marks, BrokerTimes times, StoreClock clock, DateTimeOffset startedAt)
    {
        ArgumentNullException.ThrowIfNull(times);
        var patience = PatienceOf(times);
        return new("sweep", async cancellationToken =>
        {
            var mark = await marks.FindAsync(cancellationToken);
            // A service that was stopped for a week has its first sweep still to come.
            var since = mark?.EndedAt > startedAt ? mark.EndedAt : startedAt;
            var finding = clock.Now - since <= patience
                ? HealthFinding.Ok
                : new HealthFinding(HealthState.Degraded, "no sweep has ended for long; look at the timer and the log");
            return finding with { LastSweepAt = mark?.EndedAt };
        })
        { WhenSilent = HealthState.Degraded };
    }

    /// <summary>How long it may be silent: ten of its intervals, and at least twice as long as one may take.</summary>
    public static TimeSpan PatienceOf(BrokerTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        return TimeSpan.FromTicks(Math.Max(times.SweepInterval.Ticks * Intervals, times.SweepLimit.Ticks * 2));
    }
}
