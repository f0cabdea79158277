namespace TokenFunctions.Storage;

/// <summary>What a token's row remembers of forced renewals.</summary>
public sealed record ForceMemory
{
    /// <summary>No forced renewal yet.</summary>
    public static readonly ForceMemory None = new();

    /// <summary>When the last one began, store time, UTC; null = there was none.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Why the attempt that the row names was forced.</summary>
    public ForceCauses Cause { get; init; }

    /// <summary>What has had its one renewal of the present generation.</summary>
    public ForceCauses Spent { get; init; }

    /// <summary>How many generations in a row were reported as refused while they were young.</summary>
    public int Streak { get; init; }
}
