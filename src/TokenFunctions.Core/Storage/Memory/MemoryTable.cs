using System.Globalization;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Storage.Memory;

/// <summary>A table in the memory of the process.</summary>
public sealed class MemoryTable : ITable
{
    private static readonly Comparer<RowKey> ByAddress = Comparer<RowKey>.Create(static (a, b) =>
    {
        var order = string.CompareOrdinal(a.Partition, b.Partition);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    });

    private readonly Lock gate = new();
    // One partition must be read without looking at all others: a secret's values are one.
    private readonly SortedDictionary<string, SortedDictionary<string, Row>> partitions = new(StringComparer.Ordinal);
    private long lastVersion;

    /// <inheritdoc/>
    public Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken)
    {
        RowLimits.Check(key);
        lock (gate) return Task.FromResult(Find(key)?.Snapshot());
    }

    /// <inheritdoc/>
    public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken)
    {
        RowLimits.Check(row);
        lock (gate)
        {
            if (Find(row.Key) is not null) return Task.FromResult(new WriteResult(WriteOutcome.Exists, null));
            return Task.FromResult(new WriteResult(WriteOutcome.Written, Put(row)));
        }
    }

    /// <inheritdoc/>
    public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken)
    {
        RowLimits.Check(row);
        lock (gate)
        {
            var outcome = Compare(row.Key, etag);
            return Task.FromResult(new WriteResult(outcome, outcome == WriteOutcome.Written ? Put(row) : null));
        }
    }

    /// <inheritdoc/>
    public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken)
    {
        RowLimits.Check(row);
        lock (gate) return Task.FromResult(Put(row));
    }

    /// <inheritdoc/>
    public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken)
    {
        RowLimits.Check(key);
        lock (gate)
        {
            var outcome = Compare(key, etag);
            if (outcome == WriteOutcome.Written) Remove(key);
            return Task.FromResult(outcome);
        }
    }

    /// <inheritdoc/>
    public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken)
    {
        RowLimits.Check(query);
        var after = PageMark.Read(continuation);
        lock (gate)
        {
            var matching = RowsOf(query.Partition).Where(r => IsIn(query, r.Key) && IsAfter(after, r.Key));
            var found = matching.Take(query.PageSize + 1).ToList();
            var page = found.Take(query.PageSize).Select(r => r.Snapshot()).ToList();
            return Task.FromResult(new RowPage(page, found.Count > page.Count ? PageMark.After(page[^1].Key) : null));
        }
    }

    private static bool IsAfter(RowKey? mark, RowKey key) => mark is not { } last || ByAddress.Compare(key, last) > 0;

    private static bool IsIn(RowQuery query, RowKey key) =>
        (query.PartitionFrom is null || string.CompareOrdinal(key.Partition, query.PartitionFrom) >= 0)
        && (query.PartitionBefore is null || string.CompareOrdinal(key.Partition, query.PartitionBefore) < 0)
        && (query.From is null || string.CompareOrdinal(key.Id, query.From) >= 0)
        && (query.Before is null || string.CompareOrdinal(key.Id, query.Before) < 0);

    private IEnumerable<Row> RowsOf(string? partition) => partition is null
        ? partitions.Values.SelectMany(rows => rows.Values)
        : partitions.TryGetValue(partition, out var found) ? found.Values : [];

    private Row? Find(RowKey key) => partitions.GetValueOrDefault(key.Partition)?.GetValueOrDefault(key.Id);

    private void Remove(RowKey key)
    {
        var rows = partitions[key.Partition];
        rows.Remove(key.Id);
        if (rows.Count == 0) partitions.Remove(key.Partition);
    }

    private WriteOutcome Compare(RowKey key, string etag) => Find(key) switch
    {
        null => WriteOutcome.Missing,
        { ETag: var now } when !string.Equals(now, etag, StringComparison.Ordinal) => WriteOutcome.Changed,
        _ => WriteOutcome.Written,
    };

    private string Put(Row row)
    {
        // A version is never used twice, also not by a row that was removed and made again.
        var etag = (++lastVersion).ToString(CultureInfo.InvariantCulture);
        if (!partitions.TryGetValue(row.Key.Partition, out var rows))
            partitions[row.Key.Partition] = rows = new(StringComparer.Ordinal);
        rows[row.Key.Id] = row.WithETag(etag);
        return etag;
    }
}
