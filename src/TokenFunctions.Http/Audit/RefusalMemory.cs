namespace TokenFunctions.Http.Audit;

/// <summary>The refusals that the audit does not know of yet, and those of the present minute. Its size is bounded,
/// also while the store does not answer.</summary>
internal sealed class RefusalMemory
{
    /// <summary>How many minutes are kept while the store does not take them.</summary>
    public const int MostMinutes = 4;

    private readonly Lock gate = new();
    private readonly List<RefusalMinute> minutes = [];

    /// <summary>Counts a refusal.</summary>
    /// <returns>How many earlier ones were given up to make room.</returns>
    public long Add(DateTimeOffset now, string source, string code)
    {
        var at = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        lock (gate)
        {
            var lost = 0L;
            if (minutes.Find(known => known.At == at) is not { } minute)
            {
                if (minutes.Count == MostMinutes) lost = DropOldest();
                minutes.Add(minute = new RefusalMinute(at));
            }

            minute.Add(source, code);
            return lost;
        }
    }

    /// <summary>The sums that the audit does not know of as they are, with their present counts.</summary>
    public IReadOnlyList<(RefusalSum Sum, long Count)> ReadUnwritten()
    {
        lock (gate) return [.. minutes.SelectMany(minute => minute.Unwritten).Select(sum => (sum, sum.Count))];
    }

    /// <summary>Notes that the audit knows of so many.</summary>
    public void SetWritten(RefusalSum sum, long count)
    {
        lock (gate) sum.Written = count;
    }

    /// <summary>Forgets the minutes that are over and written.</summary>
    public void Tidy(DateTimeOffset now)
    {
        lock (gate) minutes.RemoveAll(minute => minute.At.AddMinutes(1) <= now && !minute.Unwritten.Any());
    }

    private long DropOldest()
    {
        var oldest = minutes.MinBy(minute => minute.At)!;
        minutes.Remove(oldest);
        return oldest.Unwritten.Sum(sum => sum.Count - sum.Written);
    }
}
