using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: replace keeps cells that the new row does not have.</summary>
public sealed class ReplaceMerges(ITable table) : FaultyTable(table)
{
    public override async Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken)
    {
        var merged = (await Table.GetAsync(row.Key, cancellationToken))?.WithETag(null) ?? new Row(row.Key);
        foreach (var (name, value) in row.Cells) Put(merged, name, value);
        return await Table.ReplaceAsync(merged, etag, cancellationToken);
    }

    private static void Put(Row row, string name, object value) => _ = value switch
    {
        string text => row.Set(name, text),
        long number => row.Set(name, number),
        double real => row.Set(name, real),
        bool flag => row.Set(name, flag),
        DateTimeOffset time => row.Set(name, time),
        byte[] bytes => row.Set(name, bytes),
        _ => row,
    };
}
