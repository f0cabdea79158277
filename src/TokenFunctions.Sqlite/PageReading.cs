using System.Text;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Sqlite;

/// <summary>A page of a query: one range of the primary key.</summary>
internal static class PageReading
{
    public static RowPage Read(SqliteSession session, string table, RowQuery query, RowKey? after)
    {
        var (sql, values) = Statement(table, query, after);
        using var run = session.Begin(sql).Bind(values);
        run.BindNumber(values.Length + 1, query.PageSize + 1);
        var rows = new List<Row>();
        while (run.Step())
        {
            // The one row beyond the page only tells that there is a next page.
            if (rows.Count == query.PageSize) return new RowPage(rows, PageMark.After(rows[^1].Key));
            rows.Add(RowCodec.Read(new RowKey(run.Text(0), run.Text(1)), run.Text(2), run.Bytes(3)));
        }

        return new RowPage(rows, null);
    }

    private static (string Sql, string[] Values) Statement(string table, RowQuery query, RowKey? after)
    {
        var sql = new StringBuilder("SELECT pk, rk, etag, cells FROM rows WHERE tbl = ?");
        var values = new List<string> { table };
        Add(" AND pk = ?", query.Partition);
        Add(" AND pk >= ?", query.PartitionFrom);
        Add(" AND pk < ?", query.PartitionBefore);
        Add(" AND rk >= ?", query.From);
        Add(" AND rk < ?", query.Before);
        if (query.Partition is not null) Add(" AND rk > ?", after?.Id);
        else Add(" AND (pk, rk) > (?, ?)", after?.Partition, after?.Id);
        return (sql.Append(" ORDER BY pk, rk LIMIT ?").ToString(), [.. values]);

        void Add(string condition, params ReadOnlySpan<string?> given)
        {
            if (given[0] is null) return;
            sql.Append(condition);
            foreach (var value in given) values.Add(value!);
        }
    }
}
