using TokenFunctions.Storage.Formats;

namespace TokenFunctions.Resealing;

/// <summary>A pass over all sealed values that seals again what lies under an older key: how far it has come. It goes
/// in rounds over the tables until one finds nothing left to do. All times are store time, UTC.</summary>
/// <param name="Key">The id of the key that it seals with.</param>
/// <param name="StartedAt">When it began.</param>
public sealed record ResealPass(string Key, DateTimeOffset StartedAt)
{
    /// <summary>How it stands.</summary>
    public ResealState State { get; init; }

    /// <summary>When it last came further.</summary>
    public DateTimeOffset UpdatedAt { get; init; } = StartedAt;

    /// <summary>When it ended; null = it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The number of the round, from 1.</summary>
    public int Round { get; init; } = 1;

    /// <summary>The table that it is at.</summary>
    public string Table { get; init; } = SealedTables.First;

    /// <summary>The store's continuation in that table; null = its first page.</summary>
    public string? Continuation { get; init; }

    /// <summary>Values sealed again in the rounds before this one.</summary>
    public long ResealedBefore { get; init; }

    /// <summary>Conflicts in the rounds before this one.</summary>
    public long ConflictsBefore { get; init; }

    /// <summary>What this round has come across.</summary>
    public ResealCounts Counts { get; init; } = ResealCounts.None;

    /// <summary>What the last full round came across, of this pass or of an earlier one; null = there was
    /// none.</summary>
    public ResealCounts? LastRound { get; init; }

    /// <summary>The runner that works at it; null = none.</summary>
    public string? LeaseId { get; init; }

    /// <summary>Until when that runner keeps others away.</summary>
    public DateTimeOffset? LeaseEnd { get; init; }

    /// <summary>The row's version; null = there is no row yet.</summary>
    public string? ETag { get; init; }

    /// <summary>What a newer release put into its row; null = nothing.</summary>
    internal NewerCells? Newer { get; init; }

    /// <summary>The tables of this round with how each stands: <c>done</c>, <c>running</c> or <c>waiting</c>.</summary>
    public IEnumerable<(string Table, string State)> Tables =>
        SealedTables.Names.Select((name, number) => (name, Standing(number)));

    /// <summary>Values sealed again in all rounds.</summary>
    public long Resealed => ResealedBefore + Counts.Resealed;

    /// <summary>Conflicts in all rounds.</summary>
    public long Conflicts => ConflictsBefore + Counts.Conflicts;

    /// <summary>A pass that begins from the front.</summary>
    /// <param name="old">The one whose row it takes; null = there never was one.</param>
    /// <param name="key">The id of the key that it seals with.</param>
    /// <param name="now">Store time.</param>
    public static ResealPass Anew(ResealPass? old, string key, DateTimeOffset now) =>
        new(key, now) { LastRound = old?.LastRound, ETag = old?.ETag, Newer = old?.Newer };

    private string Standing(int number) => State == ResealState.Done
        ? "done"
        : number.CompareTo(SealedTables.NumberOf(Table)) switch
        {
            < 0 => "done",
            0 => "running",
            _ => "waiting",
        };
}
