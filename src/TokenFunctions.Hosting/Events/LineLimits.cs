namespace TokenFunctions.Hosting.Events;

/// <summary>Bounds how often the same is said: what callers or a provider can cause over and over becomes one line a
/// minute, and at its end one that says how many were left out. Not thread-safe.</summary>
/// <param name="time">Measures the minute.</param>
internal sealed class LineLimits(TimeProvider time)
{
    /// <summary>The minute.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    // What changes a state once, or comes once in a while by itself, is always said.
    private static readonly HashSet<string> Bounded = new(StringComparer.Ordinal)
    {
        "renewed", "renewal_failed", "provider_fault", "request_failed", "request_trouble", "background_failed",
        "hint_failed", "use_mark_failed", "audit_failed", "audit_refused", "refusals_lost", "seal_broken",
        "notice_sent", "notice_failed", EventNames.Framework, EventNames.Unnamed,
    };

    // A table for each event: a busy one, such as renewed, does not blur what is told of another.
    private readonly Dictionary<string, LineTable> tables = new(StringComparer.Ordinal);
    private long? begunAt;

    /// <summary>Whether the event becomes a line; if not, it is counted.</summary>
    public bool Allow(EventRecord record)
    {
        if (!Bounded.Contains(record.Name)) return true;
        begunAt ??= time.GetTimestamp();
        if (!tables.TryGetValue(record.Name, out var table)) tables[record.Name] = table = new LineTable();
        return table.IsFirst(record);
    }

    /// <summary>What was left out in a minute that is over; nothing while it is not.</summary>
    public IReadOnlyList<EventRecord> EndedPeriod() =>
        begunAt is { } at && time.GetElapsedTime(at) >= Period ? End() : [];

    /// <summary>Ends the minute: what was left out in it.</summary>
    public IReadOnlyList<EventRecord> End()
    {
        begunAt = null;
        if (tables.Count == 0) return [];
        List<EventRecord> ended = [.. tables.Values.SelectMany(table => table.Summaries())];
        tables.Clear();
        return ended;
    }
}
