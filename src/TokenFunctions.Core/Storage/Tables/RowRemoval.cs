namespace TokenFunctions.Storage.Tables;

/// <summary>Removal of a row whatever its version: for what must be gone, such as a credential.</summary>
internal static class RowRemoval
{
    /// <summary>Removes the row at that address, also when it was written since it was read.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="row">The row as it was read.</param>
    /// <param name="cancellationToken">Ends the removal.</param>
    /// <exception cref="StoreUnavailableException">The store does not answer; the row may still be there.</exception>
    public static async Task RemoveAsync(this ITable table, Row row, CancellationToken cancellationToken)
    {
        // Sealing again writes rows anew at any time, and would keep one here that nobody names any more.
        var read = (Row?)row;
        while (read is not null
            && await table.DeleteAsync(read.Key, read.ETag!, cancellationToken) == WriteOutcome.Changed)
        {
            read = await table.GetAsync(read.Key, cancellationToken);
        }
    }
}
