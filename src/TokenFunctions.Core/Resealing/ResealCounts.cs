namespace TokenFunctions.Resealing;

/// <summary>What one round over all tables has come across so far.</summary>
public sealed record ResealCounts
{
    private const int MostIds = 32;
    private const int MostBroken = 50;
    private const string OtherIds = "other";

    /// <summary>Nothing yet.</summary>
    public static ResealCounts None { get; } = new();

    /// <summary>Rows by table.</summary>
    public IReadOnlyDictionary<string, long> Rows { get; init; } = Empty();

    /// <summary>Sealed values by the id of the key that they were found under. Ids beyond 32 are counted together as
    /// <c>other</c>: what names a key is not sealed itself, so anything may stand there.</summary>
    public IReadOnlyDictionary<string, long> Seen { get; init; } = Empty();

    /// <summary>Values that were sealed again.</summary>
    public long Resealed { get; init; }

    /// <summary>Values that were under the active key already.</summary>
    public long Unchanged { get; init; }

    /// <summary>Values that cannot be sealed again.</summary>
    public long Broken { get; init; }

    /// <summary>Writes that another one came before; the row was read again.</summary>
    public long Conflicts { get; init; }

    /// <summary>Rows that were given up after many conflicts; another round comes by them.</summary>
    public long Left { get; init; }

    /// <summary>The first 50 values that cannot be sealed again.</summary>
    public IReadOnlyList<BrokenValue> BrokenValues { get; init; } = [];

    /// <summary>Whether everything was left as it was found, but for what is broken.</summary>
    public bool IsClean => Resealed == 0 && Left == 0;

    /// <summary>Whether as many broken values are named as are shown; further ones are only counted.</summary>
    internal bool NamesEnough => BrokenValues.Count >= MostBroken;

    /// <summary>The same with a row more.</summary>
    internal ResealCounts Add(string table, RowCounts row) => this with
    {
        Rows = Plus(Rows, table, 1),
        Seen = row.Seen.Aggregate(Seen, (seen, id) => Plus(seen, Bounded(seen, id), 1)),
        Resealed = Resealed + row.Resealed,
        Unchanged = Unchanged + row.Unchanged,
        Broken = Broken + row.Broken.Count,
        Conflicts = Conflicts + row.Conflicts,
        Left = Left + (row.IsLeft ? 1 : 0),
        BrokenValues = row.Broken.Count == 0 || NamesEnough
            ? BrokenValues
            : [.. BrokenValues.Concat(row.Broken).Take(MostBroken)],
    };

    private static string Bounded(IReadOnlyDictionary<string, long> seen, string id) =>
        seen.ContainsKey(id) || seen.Count < MostIds ? id : OtherIds;

    private static Dictionary<string, long> Plus(IReadOnlyDictionary<string, long> counts, string name, long more) =>
        new(counts, StringComparer.Ordinal) { [name] = counts.GetValueOrDefault(name) + more };

    private static Dictionary<string, long> Empty() => new(StringComparer.Ordinal);
}
