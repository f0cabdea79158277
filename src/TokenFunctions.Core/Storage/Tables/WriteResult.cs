namespace TokenFunctions.Storage.Tables;

/// <summary>How a write ended, and the row's new version.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="ETag">The version that was written; null when nothing was written.</param>
public readonly record struct WriteResult(WriteOutcome Outcome, string? ETag)
{
    /// <summary>Whether the write took effect.</summary>
    public bool Written => Outcome == WriteOutcome.Written;
}
