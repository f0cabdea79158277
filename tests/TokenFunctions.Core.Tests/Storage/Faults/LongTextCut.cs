using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: a text over 32 K characters is cut.</summary>
public sealed class LongTextCut(ITable table) : FaultyTable(table)
{
    public override Task<string> UpsertAsync(Row row, CancellationToken cancellationToken)
    {
        var cut = row.WithETag(null);
        foreach (var (name, value) in row.Cells)
            if (value is string { Length: > 32_768 } text) cut.Set(name, text[..32_768]);
        return Table.UpsertAsync(cut, cancellationToken);
    }
}
