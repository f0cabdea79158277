using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Storage;

/// <summary>When a sweep last ended, in the table <c>sweep</c>: under a platform's timer one instance sweeps for all,
/// and each of the others can still tell.</summary>
public sealed class SweepMarks(ITables tables, StoreClock clock)
{
    private static readonly RowKey Address = new("run", "last");
    private readonly ITable table = tables.Open("sweep");

    /// <summary>The last sweep that ended; null = there was none yet.</summary>
    /// <exception cref="RowFormatException">The mark is further ahead than the next format.</exception>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<SweepMark?> FindAsync(CancellationToken cancellationToken)
    {
        var row = (await table.GetAsync(Address, cancellationToken))?.Readable();
        return row?.Time("ended_at") is { } at ? new SweepMark(at, row.Number("left") ?? 0) : null;
    }

    /// <summary>Notes that one has ended now.</summary>
    /// <param name="left">How many hints it left.</param>
    /// <param name="cancellationToken">Ends the attempt to write.</param>
    /// <exception cref="RowFormatException">The mark that is there is further ahead than the next format.</exception>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public Task SaveAsync(long left, CancellationToken cancellationToken) => table.PutAsync(
        new Row(Address).Set("ended_at", clock.Now).Set("left", left), cancellationToken);
}
