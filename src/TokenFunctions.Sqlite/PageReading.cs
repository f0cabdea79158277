using System.Text;
using Microsoft.Data.Sqlite;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Sqlite;

/// <summary>A page of a query: one range of the primary key.</summary>
internal static class PageReading
{
    public static RowPage Read(SqliteConnection connection, string table, RowQuery query, RowKey? after)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql(query, after);
        Bind(command.Parameters, table, query, after);
        var rows = new List<Row>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            // The one row beyond the page only tells that there is a next page.
            if (rows.Count == query.PageSize) return new RowPage(rows, PageMark.After(rows[^1].Key));
            var key = new RowKey(reader.GetString(0), reader.GetString(1));
            rows.Add(RowCodec.Read(key, reader.GetString(2), reader.GetFieldValue<byte[]>(3)));
        }

        return new RowPage(rows, null);
    }

    private static string Sql(RowQuery query, RowKey? after)
    {
        var sql = new StringBuilder("SELECT pk, rk, etag, cells FROM rows WHERE tbl = $tbl");
        if (query.Partition is not null) sql.Append(" AND pk = $pk");
        if (query.PartitionFrom is not null) sql.Append(" AND pk >= $fromPk");
        if (query.PartitionBefore is not null) sql.Append(" AND pk < $beforePk");
        if (query.From is not null) sql.Append(" AND rk >= $from");
        if (query.Before is not null) sql.Append(" AND rk < $before");
        if (after is not null)
            sql.Append(query.Partition is null ? " AND (pk, rk) > ($lastPk, $lastRk)" : " AND rk > $lastRk");
        return sql.Append(" ORDER BY pk, rk LIMIT $limit").ToString();
    }

    private static void Bind(SqliteParameterCollection parameters, string table, RowQuery query, RowKey? after)
    {
        parameters.AddWithValue("$tbl", table);
        parameters.AddWithValue("$limit", query.PageSize + 1);
        if (query.Partition is not null) parameters.AddWithValue("$pk", query.Partition);
        if (query.PartitionFrom is not null) parameters.AddWithValue("$fromPk", query.PartitionFrom);
        if (query.PartitionBefore is not null) parameters.AddWithValue("$beforePk", query.PartitionBefore);
        if (query.From is not null) parameters.AddWithValue("$from", query.From);
        if (query.Before is not null) parameters.AddWithValue("$before", query.Before);
        if (after is not { } last) return;
        if (query.Partition is null) parameters.AddWithValue("$lastPk", last.Partition);
        parameters.AddWithValue("$lastRk", last.Id);
    }
}
