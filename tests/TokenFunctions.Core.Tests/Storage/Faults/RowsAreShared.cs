using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: a row that was read and the stored one are the same object.</summary>
public sealed class RowsAreShared(ITable table) : FaultyTable(table)
{
    private readonly Dictionary<RowKey, Row> shared = [];

    public override async Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken)
    {
        var row = await Table.GetAsync(key, cancellationToken);
        if (row is null) return null;
        lock (shared)
        {
            if (shared.TryGetValue(key, out var known) && known.ETag == row.ETag) return known;
            return shared[key] = row;
        }
    }
}
