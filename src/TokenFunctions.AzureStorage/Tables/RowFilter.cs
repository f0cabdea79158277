using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>Queries in the words of the Table service (learn.microsoft.com, "Querying tables and entities").</summary>
internal static class RowFilter
{
    /// <summary>The filter; null = all rows.</summary>
    public static string? Of(RowQuery query)
    {
        var terms = Terms(query).ToList();
        return terms.Count == 0 ? null : string.Join(" and ", terms);
    }

    /// <summary>A text as it stands in addresses and filters.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static IEnumerable<string> Terms(RowQuery query)
    {
        if (query.Partition is { } partition) yield return $"PartitionKey eq {Quote(partition)}";
        if (query.PartitionFrom is { } first) yield return $"PartitionKey ge {Quote(first)}";
        if (query.PartitionBefore is { } end) yield return $"PartitionKey lt {Quote(end)}";
        if (query.From is { } from) yield return $"RowKey ge {Quote(from)}";
        if (query.Before is { } before) yield return $"RowKey lt {Quote(before)}";
    }
}
