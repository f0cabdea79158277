using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Storage;

/// <summary>The calls of whole realms, counted over all instances, in the table <c>quota</c>, a row a limit.</summary>
public sealed class QuotaStore(ITables tables)
{
    private readonly ITable table = tables.Open("quota");

    /// <summary>Reads a row; one without an ETag = there is none yet.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<QuotaRow> GetAsync(string realm, string id, CancellationToken cancellationToken) =>
        await table.GetAsync(new RowKey(realm, id), cancellationToken) is { } row ? Read(row) : new(realm, id);

    /// <summary>Writes the row in place of the one it was made from.</summary>
    /// <returns>The row with its new version; null = it was changed, made or removed meanwhile.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer; the write may have taken
    /// effect.</exception>
    public async Task<QuotaRow?> TrySaveAsync(QuotaRow quota, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(quota);
        var row = Write(quota);
        var result = quota.ETag is null
            ? await table.InsertAsync(row, cancellationToken)
            : await table.ReplaceAsync(row, quota.ETag, cancellationToken);
        return result.Written ? quota with { ETag = result.ETag } : null;
    }

    /// <summary>Removes the rows whose calls have ended to count before <paramref name="before"/>. A row that is
    /// written meanwhile stays.</summary>
    /// <returns>How many rows were removed.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<int> RemoveEndedAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var removed = 0;
        await foreach (var row in table.ReadAllAsync(new RowQuery(), cancellationToken))
        {
            if (!RowFormat.IsReadable(row) || Read(row).EndsAt >= before) continue;
            if (await table.DeleteAsync(row.Key, row.ETag!, cancellationToken) == WriteOutcome.Written) removed++;
        }

        return removed;
    }

    private static Row Write(QuotaRow quota) => new Row(new RowKey(quota.Realm, quota.Id))
        .Set("calls", quota.Calls)
        .Set("ends_at", quota.EndsAt)
        .Stamp(quota.Newer);

    private static QuotaRow Read(Row row)
    {
        var quota = ReadKnown(row.Readable());
        return NewerCells.In(row, () => Write(quota)) is { } newer ? quota with { Newer = newer } : quota;
    }

    private static QuotaRow ReadKnown(Row row) => new(row.Key.Partition, row.Key.Id)
    {
        ETag = row.ETag,
        Calls = row.Text("calls") ?? "",
        EndsAt = row.Time("ends_at") ?? default,
    };
}
