using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: a full page loses its last row.</summary>
public sealed class PageDropsLastRow(ITable table) : FaultyTable(table)
{
    public override async Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken)
    {
        var page = await Table.QueryAsync(query, continuation, cancellationToken);
        return page.Continuation is null ? page : page with { Rows = [.. page.Rows.SkipLast(1)] };
    }
}
