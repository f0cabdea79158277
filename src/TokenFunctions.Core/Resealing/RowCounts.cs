namespace TokenFunctions.Resealing;

/// <summary>What sealing one row again came to.</summary>
internal sealed record RowCounts
{
    /// <summary>The ids of the keys that its values were found under, one for each value.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>Values that were sealed again.</summary>
    public int Resealed { get; init; }

    /// <summary>Values that were under the active key already.</summary>
    public int Unchanged { get; init; }

    /// <summary>Values that cannot be sealed again, not yet with whose they are.</summary>
    public IReadOnlyList<BrokenValue> Broken { get; init; } = [];

    /// <summary>Writes that another one came before.</summary>
    public int Conflicts { get; init; }

    /// <summary>Whether the row was given up after many conflicts.</summary>
    public bool IsLeft { get; init; }
}
