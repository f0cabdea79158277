using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Audit;

/// <summary>The audit, in the table <c>audit</c>.</summary>
public sealed class AuditStore(ITables tables)
{
    /// <summary>The table's name.</summary>
    public const string TableName = "audit";

    // Removals are small and far away, so that one after the other would take most of its time waiting.
    private const int Removers = 8;
    private readonly ITable table = tables.Open(TableName);

    /// <summary>Writes an entry, or writes it anew with its end.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer; the entry may have been
    /// written.</exception>
    public Task SaveAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return table.UpsertAsync(AuditRow.Of(entry), cancellationToken);
    }

    /// <summary>Removes the entries of whole days (UTC) before the day of <paramref name="at"/>, the oldest
    /// day first.</summary>
    /// <param name="at">A time of the first day that stays.</param>
    /// <param name="most">How many are removed at most; more are left to the next call.</param>
    /// <param name="cancellationToken">Ends the removal.</param>
    /// <returns>How many were removed.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<int> RemoveBeforeAsync(DateTimeOffset at, int most, CancellationToken cancellationToken)
    {
        var query = new RowQuery { PartitionBefore = AuditRow.DayOf(at) };
        var (removed, seen) = (0, 0);
        string? continuation = null;
        do
        {
            var page = await table.QueryAsync(query, continuation, cancellationToken);
            var rows = page.Rows.Take(most - seen).ToList();
            seen += rows.Count;
            removed += await RemoveAsync(rows, cancellationToken);
            continuation = page.Continuation;
        }
        while (continuation is not null && seen < most);
        return removed;
    }

    /// <summary>The entries of one day, the newest first.</summary>
    /// <param name="query">The day's partition and a range of ids in it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    internal IAsyncEnumerable<Row> ReadAsync(RowQuery query, CancellationToken cancellationToken) =>
        table.ReadAllAsync(query, cancellationToken);

    private async Task<int> RemoveAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var removed = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Removers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(rows, options, async (row, stopping) =>
        {
            if (await table.DeleteAsync(row.Key, row.ETag!, stopping) == WriteOutcome.Written)
                Interlocked.Increment(ref removed);
        });
        return removed;
    }
}
