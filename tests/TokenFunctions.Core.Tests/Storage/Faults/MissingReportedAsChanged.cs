using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: a missing row is told as a changed one.</summary>
public sealed class MissingReportedAsChanged(ITable table) : FaultyTable(table)
{
    public override async Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken)
    {
        var result = await Table.ReplaceAsync(row, etag, cancellationToken);
        return result.Outcome == WriteOutcome.Missing ? new WriteResult(WriteOutcome.Changed, null) : result;
    }
}
