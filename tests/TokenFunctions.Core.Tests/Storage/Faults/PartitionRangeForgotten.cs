using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: from the second page on a range of partitions has no end.</summary>
public sealed class PartitionRangeForgotten(ITable table) : FaultyTable(table)
{
    public override async Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
        await Table.QueryAsync(continuation is null ? query : query with { PartitionBefore = null }, continuation, cancellationToken);
}
