using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: insert writes over an existing row.</summary>
public sealed class InsertOverwrites(ITable table) : FaultyTable(table)
{
    public override async Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken) =>
        new(WriteOutcome.Written, await Table.UpsertAsync(row, cancellationToken));
}
