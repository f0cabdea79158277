using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Resealing;

/// <summary>Opens every sealed value of a store, to find out whether the keys at hand are those that it
/// needs.</summary>
/// <param name="tables">The store; it is only read.</param>
/// <param name="sealer">Has the keys.</param>
public sealed class SealCheck(ITables tables, Sealer sealer)
{
    private readonly SortedSet<string> unknown = new(StringComparer.Ordinal);
    private int values;
    private int changed;

    /// <summary>Goes over all tables with sealed values.</summary>
    /// <exception cref="Storage.StoreUnavailableException">The store does not answer.</exception>
    public async Task<SealCheckResult> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var name in SealedTables.Names)
        {
            var cells = SealedTables.CellsOf(name).ToList();
            await foreach (var row in tables.Open(name).ReadAllAsync(new RowQuery(), cancellationToken))
            {
                foreach (var cell in cells) await OpenAsync(row, cell, cancellationToken);
            }
        }

        return new SealCheckResult(values, changed, [.. unknown]);
    }

    private async Task OpenAsync(Row row, SealedCell cell, CancellationToken cancellationToken)
    {
        if (row.Bytes(cell.Name) is not { } box) return;
        values++;
        try
        {
            await sealer.OpenAsync(box, cell.Place(row), cancellationToken);
        }
        catch (SealBrokenException e) when (e.Fault == SealFault.UnknownKey)
        {
            unknown.Add(Sealer.KeyIdOf(box) ?? "none");
        }
        catch (SealBrokenException)
        {
            changed++;
        }
    }
}
