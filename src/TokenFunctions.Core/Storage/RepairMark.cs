using TokenFunctions.Storage.Formats;

namespace TokenFunctions.Storage;

/// <summary>How far a slow pass over a table has come.</summary>
/// <param name="Name">Which pass.</param>
public sealed record RepairMark(string Name)
{
    /// <summary>The store's continuation for the next page; null = the pass has ended, or none was begun.</summary>
    public string? Continuation { get; init; }

    /// <summary>When the pass began, store time, UTC.</summary>
    public DateTimeOffset BegunAt { get; init; }

    /// <summary>The row's version; null = there is no row yet.</summary>
    public string? ETag { get; init; }

    /// <summary>What a newer release put into its row; null = nothing.</summary>
    internal NewerCells? Newer { get; init; }
}
