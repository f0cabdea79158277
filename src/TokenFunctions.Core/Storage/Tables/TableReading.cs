using System.Runtime.CompilerServices;

namespace TokenFunctions.Storage.Tables;

/// <summary>Reading all pages of a query as one stream.</summary>
public static class TableReading
{
    /// <summary>All rows of <paramref name="query"/>, page by page, in the order of their addresses.</summary>
    public static async IAsyncEnumerable<Row> ReadAllAsync(
        this ITable table, RowQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        string? continuation = null;
        do
        {
            var page = await table.QueryAsync(query, continuation, cancellationToken);
            foreach (var row in page.Rows) yield return row;
            continuation = page.Continuation;
        }
        while (continuation is not null);
    }
}
