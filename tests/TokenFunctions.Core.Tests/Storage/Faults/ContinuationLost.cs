using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: the first page claims to be the last.</summary>
public sealed class ContinuationLost(ITable table) : FaultyTable(table)
{
    public override async Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
        (await Table.QueryAsync(query, continuation, cancellationToken)) with { Continuation = null };
}
