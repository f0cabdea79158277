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

    /// <summary>Knows whose the values are that one turn comes by.</summary>
    internal RowOwners OwnersIn(ResealTurn turn) => new(tables, turn);

    /// <summary>Seals the next page of the pass again. A page that takes long is kept from others meanwhile; one whose
    /// right is lost is left.</summary>
    /// <param name="turn">How far the pass has come, and the right to it.</param>
    /// <param name="owners">Names whose the broken values are.</param>
    /// <param name="cancellationToken">Ends the work between two rows; the page is done again then.</param>
    /// <returns>How far it is after that; not written yet.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    internal async Task<ResealPass> StepAsync(
        ResealTurn turn, RowOwners owners, CancellationToken cancellationToken)
    {
        var (name, counts) = (turn.Pass.Table, turn.Pass.Counts);
        var table = tables.Open(name);
        var rows = new RowReseal(table, name, sealer);
        var query = new RowQuery { PageSize = PageSize };
        var page = await table.QueryAsync(query, turn.Pass.Continuation, cancellationToken);
        foreach (var few in page.Rows.Chunk(Parallelism))
        {
            var made = await Task.WhenAll(few.Select(row => rows.RunAsync(row, cancellationToken)));
            foreach (var (row, result) in few.Zip(made))
            {
                var isNamed = result.Broken.Count > 0 && !counts.NamesEnough;
                counts = counts.Add(
                    name, isNamed ? await owners.NameAsync(name, row.Key, result, cancellationToken) : result);
            }

            await turn.KeepAsync(cancellationToken);
            if (turn.IsLost) return turn.Pass;
        }

        var next = turn.Pass with { Counts = counts, Continuation = page.Continuation };
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
