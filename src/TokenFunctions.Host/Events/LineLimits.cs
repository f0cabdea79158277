namespace TokenFunctions.Host.Events;

/// <summary>Bounds how often the same is said: what callers or a provider can cause over and over becomes one line a
/// minute, and at its end one that says how many were left out. Not thread-safe.</summary>
/// <param name="time">Measures the minute.</param>
internal sealed class LineLimits(TimeProvider time)
{
    /// <summary>The minute.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>How many different things are told apart in it; what comes beyond is summed by its code.</summary>
    public const int MostKinds = 500;

    // What changes a state once, or comes once in a while by itself, is always said.
    private static readonly HashSet<string> Bounded = new(StringComparer.Ordinal)
    {
        "renewed", "renewal_failed", "provider_fault", "request_failed", "request_trouble", "background_failed",
        "hint_failed", "use_mark_failed", "audit_failed", "audit_refused", "refusals_lost", "seal_broken",
        "notice_sent", "notice_failed", EventNames.Framework, EventNames.Unnamed,
    };

    private readonly Dictionary<LineKind, LeftOut> seen = [];
    private long? begunAt;

    /// <summary>Whether the event becomes a line; if not, it is counted.</summary>
    public bool Allow(EventRecord record)
    {
        if (!Bounded.Contains(record.Name)) return true;
        begunAt ??= time.GetTimestamp();
        var kind = LineKind.Of(record);
        if (seen.Count >= MostKinds && !seen.ContainsKey(kind)) kind = kind.Rough();
        if (seen.TryGetValue(kind, out var known))
        {
            known.Count++;
            return false;
        }

        seen[kind] = new LeftOut(record.Level);
        return true;
    }

    /// <summary>What was left out in a minute that is over; nothing while it is not.</summary>
    public IReadOnlyList<EventRecord> EndedPeriod() =>
        begunAt is { } at && time.GetElapsedTime(at) >= Period ? End() : [];

    /// <summary>Ends the minute: what was left out in it.</summary>
    public IReadOnlyList<EventRecord> End()
    {
        begunAt = null;
        if (seen.Count == 0) return [];
        List<EventRecord> ended =
            [.. from pair in seen where pair.Value.Count > 0 select Summary(pair.Key, pair.Value)];
        seen.Clear();
        return ended;
    }

    private static EventRecord Summary(LineKind kind, LeftOut left) => new(
        EventNames.LeftOut, 0, left.Level, [new("of", kind.Name), .. kind.Fields(), new("count", left.Count)],
        $"{left.Count} more like {kind.Name} were left out");

    private sealed class LeftOut(LogLevel level)
    {
        public LogLevel Level => level;

        public long Count { get; set; }
    }
}
