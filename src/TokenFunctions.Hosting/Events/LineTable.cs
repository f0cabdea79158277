namespace TokenFunctions.Hosting.Events;

/// <summary>What was said of one event in a minute, and how much of it was left out. Not thread-safe.</summary>
internal sealed class LineTable
{
    /// <summary>How many different things are told apart; what comes beyond is summed by realm and code.</summary>
    public const int MostKinds = 500;

    // Beyond these, realms are not told apart either.
    private const int MostWithRealms = 2 * MostKinds;

    private readonly Dictionary<LineKind, Entry> seen = [];

    /// <summary>Whether it is the first of its kind; if not, it is counted.</summary>
    public bool IsFirst(EventRecord record)
    {
        var kind = Fitting(LineKind.Of(record));
        if (seen.TryGetValue(kind, out var known))
        {
            known.LeftOut++;
            return false;
        }

        seen[kind] = new Entry(record.Level);
        return true;
    }

    /// <summary>A line for each kind of which some were left out.</summary>
    public IEnumerable<EventRecord> Summaries() =>
        from pair in seen where pair.Value.LeftOut > 0 select Summary(pair.Key, pair.Value);

    private LineKind Fitting(LineKind kind)
    {
        if (seen.Count < MostKinds || seen.ContainsKey(kind)) return kind;
        var ofRealm = kind.OfRealm();
        return seen.Count < MostWithRealms || seen.ContainsKey(ofRealm) ? ofRealm : kind.OfCode();
    }

    private static EventRecord Summary(LineKind kind, Entry entry) => new(
        EventNames.LeftOut, 0, entry.Level, [new("of", kind.Name), .. kind.Fields(), new("count", entry.LeftOut)],
        $"{entry.LeftOut} more like {kind.Name} were left out");

    private sealed class Entry(LogLevel level)
    {
        public LogLevel Level => level;

        public long LeftOut { get; set; }
    }
}
