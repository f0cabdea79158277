using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Storage;

/// <summary>How far the slow passes have come, in the table <c>sweep</c>, so that the next run of any instance goes
/// on.</summary>
public sealed class RepairStore(ITables tables)
{
    private const string Partition = "repair";
    private readonly ITable table = tables.Open("sweep");

    /// <summary>How far the pass has come.</summary>
    public async Task<RepairMark> GetAsync(string name, CancellationToken cancellationToken)
    {
        var row = await table.GetAsync(new RowKey(Partition, name), cancellationToken);
        return row is null ? new RepairMark(name) : Read(row);
    }

    /// <summary>Writes how far the pass has come, unless another run was quicker: its mark is as good.</summary>
    public async Task SaveAsync(RepairMark mark, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mark);
        var row = Write(mark);
        if (mark.ETag is { } etag) await table.ReplaceAsync(row, etag, cancellationToken);
        else await table.InsertAsync(row, cancellationToken);
    }

    private static Row Write(RepairMark mark) => new Row(new RowKey(Partition, mark.Name))
        .Set("continuation", mark.Continuation)
        .Set("begun_at", mark.BegunAt)
        .Stamp(mark.Newer);

    private static RepairMark Read(Row row)
    {
        var mark = ReadKnown(row.Readable());
        return NewerCells.In(row, () => Write(mark)) is { } newer ? mark with { Newer = newer } : mark;
    }

    private static RepairMark ReadKnown(Row row) => new(row.Key.Id)
    {
        Continuation = row.Text("continuation"),
        BegunAt = row.Time("begun_at") ?? default,
        ETag = row.ETag,
    };
}
