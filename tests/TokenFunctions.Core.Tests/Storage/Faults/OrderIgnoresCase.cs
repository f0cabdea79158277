using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: rows come in an order that does not tell upper from lower case.</summary>
public sealed class OrderIgnoresCase(ITable table) : FaultyTable(table)
{
    public override async Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken)
    {
        var page = await Table.QueryAsync(query, continuation, cancellationToken);
        return page with { Rows = [.. page.Rows.OrderBy(r => $"{r.Key.Partition} {r.Key.Id}", StringComparer.OrdinalIgnoreCase)] };
    }
}
