using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: replace overwrites whatever is there.</summary>
public sealed class ReplaceIgnoresETag(ITable table) : FaultyTable(table)
{
    public override async Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken) =>
        await Table.GetAsync(row.Key, cancellationToken) is { } now
            ? await Table.ReplaceAsync(row, now.ETag!, cancellationToken)
            : await Table.ReplaceAsync(row, etag, cancellationToken);
}
