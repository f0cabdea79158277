using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Storage;

/// <summary>How far the slow passes have come, in the table <c>sweep</c>, so that the next run of any instance goes
/// on.</summary>
public sealed class RepairStore(ITables tables)
{
    private const string Partition = "repair";
    private const long Format = 1;
    private readonly ITable table = tables.Open("sweep");

    /// <summary>How far the pass has come.</summary>
    public async Task<RepairMark> GetAsync(string name, CancellationToken cancellationToken)
    {
        var row = await table.GetAsync(new RowKey(Partition, name), cancellationToken);
        return row is null
            ? new RepairMark(name)
            : new RepairMark(name)
            {
                Continuation = row.Text("continuation"),
                BegunAt = row.Time("begun_at") ?? default,
                ETag = row.ETag,
            };
    }

    /// <summary>Writes how far the pass has come, unless another run was quicker: its mark is as good.</summary>
    public async Task SaveAsync(RepairMark mark, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mark);
        var row = new Row(new RowKey(Partition, mark.Name))
            .Set("v", Format).Set("continuation", mark.Continuation).Set("begun_at", mark.BegunAt);
        if (mark.ETag is { } etag) await table.ReplaceAsync(row, etag, cancellationToken);
        else await table.InsertAsync(row, cancellationToken);
    }
}
