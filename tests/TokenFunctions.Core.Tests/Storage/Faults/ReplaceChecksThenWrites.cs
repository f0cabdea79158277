using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: replace compares and writes in two steps, so that others come in between.</summary>
public sealed class ReplaceChecksThenWrites(ITable table) : FaultyTable(table)
{
    public override async Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken)
    {
        var now = await Table.GetAsync(row.Key, cancellationToken);
        if (now?.ETag != etag) return await Table.ReplaceAsync(row, etag, cancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
        return new WriteResult(WriteOutcome.Written, await Table.UpsertAsync(row, cancellationToken));
    }
}
