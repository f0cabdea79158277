namespace TokenFunctions.Activities;

/// <summary>What this process asks of providers, summed by ten minutes of UTC. A call takes no lock; the memory is that
/// of two days, whatever becomes of the sums.</summary>
public sealed class ActivityCounts
{
    /// <summary>How long sums are of use.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    /// <summary>The length of what is summed.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    private static readonly int Most = (int)(Kept / Step) + 1;
    private ActivityTally[] tallies = [];

    /// <summary>When the ten minutes of a time begin.</summary>
    public static DateTimeOffset StepOf(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % Step.Ticks), TimeSpan.Zero);

    /// <summary>The sums as they are now, the oldest first; ten minutes in which nothing was asked have none.</summary>
    public IReadOnlyList<ActivitySum> Read() => [.. Volatile.Read(ref tallies).Select(tally => tally.Read())];

    /// <summary>Counts an attempt that reached a provider.</summary>
    /// <param name="now">The time now, store time.</param>
    /// <param name="isFailed">Whether it brought no token.</param>
    public void AddCall(DateTimeOffset now, bool isFailed) => Of(StepOf(now)).AddCall(isFailed);

    /// <summary>Counts a renewal that brought a token.</summary>
    /// <param name="now">The time now, store time.</param>
    public void AddRenewal(DateTimeOffset now) => Of(StepOf(now)).AddRenewal();

    private ActivityTally Of(DateTimeOffset from)
    {
        while (true)
        {
            var known = Volatile.Read(ref tallies);
            // From the end, where the present one is.
            if (Array.FindLast(known, tally => tally.From == from) is { } found) return found;
            var made = new ActivityTally(from);
            ActivityTally[] next = [.. known.Skip(Math.Max(0, known.Length + 1 - Most)), made];
            if (Interlocked.CompareExchange(ref tallies, next, known) == known) return made;
        }
    }
}
