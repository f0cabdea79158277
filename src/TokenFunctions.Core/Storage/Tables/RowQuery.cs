namespace TokenFunctions.Storage.Tables;

/// <summary>Which rows to read, in the order of their addresses.</summary>
public sealed record RowQuery
{
    /// <summary>Only this partition; null = the whole table.</summary>
    public string? Partition { get; init; }

    /// <summary>Only partitions that are this or come after it; null = from the first.</summary>
    public string? PartitionFrom { get; init; }

    /// <summary>Only partitions that come before this one; null = to the last.</summary>
    public string? PartitionBefore { get; init; }

    /// <summary>Only rows whose id is this or comes after it; null = from the first.</summary>
    public string? From { get; init; }

    /// <summary>Only rows whose id comes before this one; null = to the last.</summary>
    public string? Before { get; init; }

    /// <summary>The most rows of a page, 1 to 1000.</summary>
    public int PageSize { get; init; } = 1000;
}
