using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: delete removes whatever is there.</summary>
public sealed class DeleteIgnoresETag(ITable table) : FaultyTable(table)
{
    public override async Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
        await Table.DeleteAsync(key, (await Table.GetAsync(key, cancellationToken))?.ETag ?? etag, cancellationToken);
}
