using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: upsert tells the version that the row had before.</summary>
public sealed class UpsertKeepsETag(ITable table) : FaultyTable(table)
{
    public override async Task<string> UpsertAsync(Row row, CancellationToken cancellationToken)
    {
        var before = await Table.GetAsync(row.Key, cancellationToken);
        var etag = await Table.UpsertAsync(row, cancellationToken);
        return before?.ETag ?? etag;
    }
}
