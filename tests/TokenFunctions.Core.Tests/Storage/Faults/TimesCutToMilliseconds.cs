using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: times lose what is below a millisecond.</summary>
public sealed class TimesCutToMilliseconds(ITable table) : FaultyTable(table)
{
    public override Task<string> UpsertAsync(Row row, CancellationToken cancellationToken)
    {
        var cut = row.WithETag(null);
        foreach (var (name, value) in row.Cells)
            if (value is DateTimeOffset time) cut.Set(name, time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond)));
        return Table.UpsertAsync(cut, cancellationToken);
    }
}
