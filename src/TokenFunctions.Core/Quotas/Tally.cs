namespace TokenFunctions.Quotas;

/// <summary>Calls counted over time. Each counts from when it was taken until a whole window after it, so that no span
/// of one window, wherever it begins, ever holds more than were allowed.</summary>
/// <remarks>Up to 32 calls keep their own times; of more the times are rounded up to the next 1/32 of the window. So
/// what is kept stays small, and a call may count for 1/32 of the window too long, but never too short.</remarks>
internal sealed class Tally
{
    /// <summary>No calls.</summary>
    public static readonly Tally Empty = new([]);

    private const int Parts = 32;

    // An entry further ahead than any attempt lasts was written by a broken clock.
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(10);

    private readonly List<TallyEntry> entries;

    private Tally(List<TallyEntry> entries) => this.entries = entries;

    /// <summary>The calls by their ends, which grow.</summary>
    public IReadOnlyList<TallyEntry> Entries => entries;

    /// <summary>How many calls count.</summary>
    public long Used => entries.Sum(entry => entry.Count);

    /// <summary>The latest end; null = no calls.</summary>
    public long? LastEnd => entries.Count == 0 ? null : entries[^1].End;

    /// <summary>A tally of these entries, whose ends grow.</summary>
    public static Tally Of(IEnumerable<TallyEntry> entries) => new([.. entries]);

    /// <summary>The end of a call that is taken now, where only the part of the window is kept.</summary>
    public static long PartEnd(DateTimeOffset now, TimeSpan window) => RoundUp(Milliseconds(now), window);

    /// <summary>The end of a call that is taken now, to the next millisecond.</summary>
    public static long Milliseconds(DateTimeOffset now) => now.ToUnixTimeMilliseconds() + 1;

    /// <summary>What still counts at <paramref name="now"/>.</summary>
    public Tally At(DateTimeOffset now, TimeSpan window)
    {
        var begin = (now - window).ToUnixTimeMilliseconds();
        var ahead = (now + window + MostAhead).ToUnixTimeMilliseconds();
        return new(entries.FindAll(entry => entry.End > begin && entry.End <= ahead));
    }

    /// <summary>The tally with further calls. They end with the last call at the earliest: what is written later was
    /// taken later, whatever the clocks of two instances say.</summary>
    public Tally Add(long end, long count, TimeSpan window)
    {
        var last = Math.Max(end, LastEnd ?? end);
        var sum = Merged([.. entries, new(last, count)]);
        return new(sum.Count <= Parts ? sum : Merged(sum.ConvertAll(e => e with { End = RoundUp(e.End, window) })));
    }

    /// <summary>The tally without calls that were counted with this end and not made.</summary>
    public Tally Without(long end, long count) => new(
        entries.ConvertAll(e => e.End == end ? e with { Count = e.Count - count } : e).FindAll(e => e.Count > 0));

    /// <summary>When fewer than <paramref name="allowed"/> calls will count; null = that is so already.</summary>
    /// <param name="allowed">How many calls are allowed, at least 1.</param>
    /// <param name="window">The window.</param>
    public DateTimeOffset? RoomAt(long allowed, TimeSpan window)
    {
        var used = Used;
        DateTimeOffset? at = null;
        foreach (var entry in entries.TakeWhile(_ => used >= allowed))
        {
            used -= entry.Count;
            at = DateTimeOffset.FromUnixTimeMilliseconds(entry.End) + window;
        }

        return at;
    }

    private static long RoundUp(long end, TimeSpan window)
    {
        var part = (long)Math.Ceiling(window.TotalMilliseconds / Parts);
        return (end + part - 1) / part * part;
    }

    private static List<TallyEntry> Merged(List<TallyEntry> sorted)
    {
        List<TallyEntry> merged = [];
        foreach (var entry in sorted)
        {
            if (merged.Count > 0 && merged[^1].End == entry.End)
                merged[^1] = entry with { Count = merged[^1].Count + entry.Count };
            else merged.Add(entry);
        }

        return merged;
    }
}
