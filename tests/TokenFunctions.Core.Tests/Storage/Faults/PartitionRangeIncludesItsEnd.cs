using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: a range of partitions includes the one that it ends before.</summary>
public sealed class PartitionRangeIncludesItsEnd(ITable table) : FaultyTable(table)
{
    public override async Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
        await Table.QueryAsync(query with { PartitionBefore = query.PartitionBefore is { } end ? end + "!" : null }, continuation, cancellationToken);
}
