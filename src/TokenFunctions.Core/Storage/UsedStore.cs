using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>Which tokens callers use, in the table <c>used</c>: a row a token, written at most once a
/// generation.</summary>
public sealed class UsedStore(ITables tables, StoreClock clock)
{
    private readonly ITable table = tables.Open("used");
    private readonly RecentWrites<long> marked = new();

    /// <summary>Claims the marking of a generation for the caller of this method. False = this process has marked it,
    /// or is at it.</summary>
    public bool Claim(TokenKey key, long generation) => marked.Keep(key, generation);

    /// <summary>Marks a generation as used, unless some process has done so. When it fails, it may be claimed
    /// again.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task MarkAsync(TokenKey key, long generation, CancellationToken cancellationToken)
    {
        try
        {
            var row = await table.GetAsync(TokenRow.Address(key), cancellationToken);
            if (row?.Number("generation") >= generation) return;
            var mark = new Row(TokenRow.Address(key))
                .Set("generation", generation).Set("used_at", clock.Now).StampOver(row);
            // Whoever wrote in between has marked the token as used just now, too.
            if (row is null) await table.InsertAsync(mark, cancellationToken);
            else await table.ReplaceAsync(mark, row.ETag!, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            marked.Forget(key);
            throw;
        }
    }

    /// <summary>The last use; null = none is known.</summary>
    public async Task<TokenUse?> FindAsync(TokenKey key, CancellationToken cancellationToken) =>
        await table.GetAsync(TokenRow.Address(key), cancellationToken) is { } row
            ? Read(row.Readable())
            : null;

    /// <summary>Removes what is known of a token's use.</summary>
    public async Task RemoveAsync(TokenKey key, CancellationToken cancellationToken)
    {
        var row = await table.GetAsync(TokenRow.Address(key), cancellationToken);
        if (row is not null) await table.DeleteAsync(row.Key, row.ETag!, cancellationToken);
        marked.Forget(key);
    }

    private static TokenUse Read(Row row) => new(row.Number("generation") ?? 0, row.Time("used_at") ?? default);
}
