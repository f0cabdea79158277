using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: a range includes the id that it ends before.</summary>
public sealed class RangeIncludesItsEnd(ITable table) : FaultyTable(table)
{
    public override async Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
        await Table.QueryAsync(query with { Before = query.Before is { } end ? end + "!" : null }, continuation, cancellationToken);
}
