using System.Runtime.CompilerServices;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>The due index, in the table <c>due</c>: hints for the sweep by the minute in which tokens are due, so that
/// a sweep costs as much as there is to do, however many tokens are stored.</summary>
public sealed class DueStore(ITables tables, StoreClock clock)
{
    /// <summary>Over how many shards the hints are spread.</summary>
    public const int Shards = DueAddress.Shards;

    // Nobody removes a hint before its minute, on any clock; until then what was written need not be written again.
    private static readonly TimeSpan Untouched = TimeSpan.FromMinutes(2);

    private readonly ITable table = tables.Open("due");
    private readonly RecentWrites<string> written = new();
    private readonly SingleFlight<RowKey, bool> writes = new();

    /// <summary>Whether this process has written the hint and it must still be there.</summary>
    public bool IsWritten(TokenKey key, DateTimeOffset dueAt) =>
        IsUntouched(dueAt) && written.Holds(key, DueAddress.Bucket(dueAt));

    /// <summary>Writes a hint, unless it is there already. Older hints of the token stay; they do no harm.</summary>
    public async Task PutAsync(TokenKey key, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        if (IsWritten(key, dueAt)) return;
        if (IsUntouched(dueAt)) await writes.Join(DueAddress.Of(key, dueAt), Write).WaitAsync(cancellationToken);
        else await Write();

        Task<bool> Write() => WriteAsync(key, dueAt);
    }

    /// <summary>Whether there is a hint for the minute of <paramref name="dueAt"/>.</summary>
    public async Task<bool> HasAsync(TokenKey key, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        await table.GetAsync(DueAddress.Of(key, dueAt), cancellationToken) is not null;

    /// <summary>The hints of a shard up to the minute of <paramref name="until"/>, oldest minute first, page by page;
    /// also those that earlier sweeps left behind.</summary>
    /// <param name="shard">0 to <see cref="Shards"/> - 1.</param>
    /// <param name="until">The last minute.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<DueHint> ReadAsync(
        int shard, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.ReadAllAsync(DueAddress.UpTo(shard, until), cancellationToken))
        {
            // A hint is no more than that: another release's, which only that one knows, is left to it.
            if (!RowFormat.IsReadable(row)) continue;
            var (key, bucket) = DueAddress.Read(row.Key);
            yield return new DueHint(key, row.Time("due_at") ?? until, row.ETag!, bucket);
        }
    }

    /// <summary>Removes a hint as it was read: one that was written again meanwhile stays.</summary>
    public Task RemoveAsync(DueHint hint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hint);
        return table.DeleteAsync(DueAddress.Of(hint.Key, hint.Bucket), hint.ETag, cancellationToken);
    }

    private bool IsUntouched(DateTimeOffset dueAt) => dueAt - clock.Now > Untouched;

    private async Task<bool> WriteAsync(TokenKey key, DateTimeOffset dueAt)
    {
        var row = new Row(DueAddress.Of(key, dueAt)).Set("due_at", dueAt).Stamp();
        await table.UpsertAsync(row, CancellationToken.None);
        return written.Keep(key, DueAddress.Bucket(dueAt));
    }
}
