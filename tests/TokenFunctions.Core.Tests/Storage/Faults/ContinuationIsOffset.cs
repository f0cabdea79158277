using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: the continuation counts rows, so that it slips when rows come or go.</summary>
public sealed class ContinuationIsOffset(ITable table) : FaultyTable(table)
{
    public override async Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken)
    {
        var skip = continuation is null ? 0 : int.Parse(continuation, System.Globalization.CultureInfo.InvariantCulture);
        var all = await Table.QueryAsync(query with { PageSize = RowLimits.MaxPage }, null, cancellationToken);
        if (query.PageSize is < 1 or > RowLimits.MaxPage) return await Table.QueryAsync(query, null, cancellationToken);
        var rows = all.Rows.Skip(skip).Take(query.PageSize).ToList();
        return new RowPage(rows, skip + rows.Count < all.Rows.Count ? $"{skip + rows.Count}" : null);
    }
}
