using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Resealing;

/// <summary>The steps of a pass: a page of a table, and what comes after it.</summary>
/// <param name="tables">The store.</param>
/// <param name="sealer">Seals again.</param>
/// <param name="clock">Store time.</param>
public sealed class ResealRound(ITables tables, Sealer sealer, StoreClock clock)
{
    private const int PageSize = 100;
    private const int Parallelism = 4;

    // An instance whose active key still is an older one goes on sealing with it. That many rounds tell it from values
    // that were written while the first round ran.
    private const int MostRounds = 3;

    /// <summary>Seals the next page of the pass again.</summary>
    /// <param name="pass">How far it has come.</param>
    /// <param name="cancellationToken">Ends the work between two rows; the page is done again then.</param>
    /// <returns>How far it is after that; not written yet.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<ResealPass> StepAsync(ResealPass pass, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var table = tables.Open(pass.Table);
        var rows = new RowReseal(table, pass.Table, sealer, new RowOwners(tables));
        var query = new RowQuery { PageSize = PageSize };
        var page = await table.QueryAsync(query, pass.Continuation, cancellationToken);
        var counts = pass.Counts;
        foreach (var few in page.Rows.Chunk(Parallelism))
        {
            var made = await Task.WhenAll(few.Select(row => rows.RunAsync(row, cancellationToken)));
            counts = made.Aggregate(counts, (sum, row) => sum.Add(pass.Table, row));
        }

        var next = pass with { Counts = counts, Continuation = page.Continuation };
        return page.Continuation is null ? EndTable(next) : next;
    }

    private ResealPass EndTable(ResealPass pass)
    {
        if (SealedTables.After(pass.Table) is { } table) return pass with { Table = table };
        var ended = pass with { LastRound = pass.Counts };
        if (pass.Counts.IsClean || pass.Round >= MostRounds)
            return ended with { State = ResealState.Done, EndedAt = clock.Now };
        return ended with
        {
            Round = pass.Round + 1,
            Table = SealedTables.First,
            ResealedBefore = pass.Resealed,
            ConflictsBefore = pass.Conflicts,
            Counts = ResealCounts.None,
        };
    }
}
