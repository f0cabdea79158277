using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Resealing;

/// <summary>Seals the values of one row again, and changes nothing else in it.</summary>
internal sealed class RowReseal(ITable table, string tableName, Sealer sealer)
{
    private const int MostTries = 5;
    private readonly SealedCell[] cells = [.. SealedTables.CellsOf(tableName)];

    /// <summary>Writes the row with its values under the active key. The version that was read is the fence: a row that
    /// was written meanwhile is read again. A row further ahead than the next format is left: nobody here knows what
    /// its values are sealed for.</summary>
    /// <param name="row">The row as it was read.</param>
    /// <param name="cancellationToken">Ends the work between two writes.</param>
    public async Task<RowCounts> RunAsync(Row row, CancellationToken cancellationToken)
    {
        if (!RowFormat.IsReadable(row)) return new RowCounts { IsLeft = true };
        var seen = SeenIn(row);
        for (var conflicts = 0; conflicts < MostTries; conflicts++)
        {
            var (next, counts) = await SealAsync(row, cancellationToken);
            counts = counts with { Seen = seen, Conflicts = conflicts };
            if (counts.Resealed == 0) return counts;
            try
            {
                if ((await table.ReplaceAsync(next, row.ETag!, cancellationToken)).Written) return counts;
            }
            catch (RowTooLargeException)
            {
                return TooLarge(counts);
            }

            if (await table.GetAsync(row.Key, cancellationToken) is not { } read)
                return new RowCounts { Seen = seen, Conflicts = conflicts };
            if (!RowFormat.IsReadable(read))
                return new RowCounts { Seen = seen, Conflicts = conflicts + 1, IsLeft = true };
            row = read;
        }

        return new RowCounts { Seen = seen, Conflicts = MostTries, IsLeft = true };
    }

    private async Task<(Row Next, RowCounts Counts)> SealAsync(Row row, CancellationToken cancellationToken)
    {
        var next = RowFormat.StampChanged(row.WithETag(row.ETag));
        var (resealed, unchanged, broken) = (0, 0, new List<BrokenValue>());
        foreach (var cell in cells)
        {
            if (row.Bytes(cell.Name) is not { } box) continue;
            try
            {
                var made = await sealer.ResealAsync(box, cell.Place(row), cancellationToken);
                if (made is null) unchanged++;
                else resealed++;
                next.Set(cell.Name, made ?? box);
            }
            catch (SealBrokenException e)
            {
                var fault = e.Fault == SealFault.Changed ? BrokenValue.Changed : BrokenValue.UnknownKey;
                broken.Add(Broken(cell, fault));
            }
        }

        return (next, new RowCounts { Resealed = resealed, Unchanged = unchanged, Broken = broken });
    }

    // A key with a longer id makes a larger row. The row stays readable under its old key.
    private RowCounts TooLarge(RowCounts counts) => counts with
    {
        Resealed = 0,
        Broken = [.. counts.Broken, Broken(cells[0], BrokenValue.TooLarge)],
    };

    private BrokenValue Broken(SealedCell cell, string fault) => new(tableName, cell.Name, null, null, fault);

    private string[] SeenIn(Row row) =>
        [.. cells.Select(cell => row.Bytes(cell.Name)).OfType<byte[]>().Select(box => Sealer.KeyIdOf(box) ?? "none")];
}
