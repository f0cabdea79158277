using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Resealing;

/// <summary>How far the pass has come, in one row of the table <c>sealing</c>: it outlives its runner.</summary>
public sealed class ResealStore(ITables tables)
{
    private static readonly RowKey Address = new("reseal", "pass");
    private readonly ITable table = tables.Open("sealing");

    /// <summary>The pass as it stands; null = there never was one.</summary>
    public async Task<ResealPass?> GetAsync(CancellationToken cancellationToken) =>
        await table.GetAsync(Address, cancellationToken) is { } row ? Read(row) : null;

    /// <summary>Writes the pass in place of the one it was made from.</summary>
    /// <returns>The pass with its new version; null = somebody else wrote meanwhile.</returns>
    public async Task<ResealPass?> TrySaveAsync(ResealPass pass, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var row = Write(pass);
        var result = pass.ETag is null
            ? await table.InsertAsync(row, cancellationToken)
            : await table.ReplaceAsync(row, pass.ETag, cancellationToken);
        return result.Written ? pass with { ETag = result.ETag } : null;
    }

    private static Row Write(ResealPass pass) => new Row(Address)
        .Set("key", pass.Key)
        .Set("state", pass.State.ToString())
        .Set("started_at", pass.StartedAt)
        .Set("updated_at", pass.UpdatedAt)
        .Set("ended_at", pass.EndedAt)
        .Set("round", (long)pass.Round)
        .Set("at_table", pass.Table)
        .Set("continuation", pass.Continuation)
        .Set("resealed_before", pass.ResealedBefore)
        .Set("conflicts_before", pass.ConflictsBefore)
        .Set("counts", ResealText.Write(pass.Counts))
        .Set("last_round", ResealText.Write(pass.LastRound))
        .Set("lease_id", pass.LeaseId)
        .Set("lease_end", pass.LeaseEnd)
        .Stamp(pass.Newer);

    private static ResealPass Read(Row row)
    {
        var pass = ReadKnown(row.Readable());
        return NewerCells.In(row, () => Write(pass)) is { } newer ? pass with { Newer = newer } : pass;
    }

    private static ResealPass ReadKnown(Row row) => new(row.Text("key") ?? "", row.Time("started_at") ?? default)
    {
        // A state that a newer release wrote is left to that release.
        State = Enum.TryParse<ResealState>(row.Text("state"), out var state) ? state : ResealState.Stopped,
        UpdatedAt = row.Time("updated_at") ?? default,
        EndedAt = row.Time("ended_at"),
        Round = (int)(row.Number("round") ?? 1),
        Table = row.Text("at_table") ?? SealedTables.First,
        Continuation = row.Text("continuation"),
        ResealedBefore = row.Number("resealed_before") ?? 0,
        ConflictsBefore = row.Number("conflicts_before") ?? 0,
        Counts = ResealText.Read(row.Text("counts")) ?? ResealCounts.None,
        LastRound = ResealText.Read(row.Text("last_round")),
        LeaseId = row.Text("lease_id"),
        LeaseEnd = row.Time("lease_end"),
        ETag = row.ETag,
    };
}
