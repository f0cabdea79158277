using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Storage.Formats;

/// <summary>Writing a row whatever is there, where a newer release may have put more into it.</summary>
public static class RowPutting
{
    /// <summary>Writes the row in place of the one that is there, if any; the last one who writes wins. What this
    /// release does not know of the old one stays.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="row">The row, not yet marked with its format.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <exception cref="RowFormatException">The old row is further ahead than the next format.</exception>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public static async Task PutAsync(this ITable table, Row row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(row);
        WriteResult result;
        do
        {
            var old = await table.GetAsync(row.Key, cancellationToken);
            var next = row.WithETag(null).StampOver(old);
            result = old is null
                ? await table.InsertAsync(next, cancellationToken)
                : await table.ReplaceAsync(next, old.ETag!, cancellationToken);
        }
        while (!result.Written);
    }
}
