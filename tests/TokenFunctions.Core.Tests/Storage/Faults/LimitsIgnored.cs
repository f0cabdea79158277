using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: a row over the limit is cut down and written.</summary>
public sealed class LimitsIgnored(ITable table) : FaultyTable(table)
{
    public override Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken)
    {
        try
        {
            return Table.InsertAsync(row, cancellationToken);
        }
        catch (RowTooLargeException)
        {
            return Table.InsertAsync(new Row(row.Key), cancellationToken);
        }
    }
}
