using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: replace makes the row where there is none.</summary>
public sealed class ReplaceMakesMissing(ITable table) : FaultyTable(table)
{
    public override async Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken)
    {
        var result = await Table.ReplaceAsync(row, etag, cancellationToken);
        return result.Outcome == WriteOutcome.Missing ? await Table.InsertAsync(row, cancellationToken) : result;
    }
}
