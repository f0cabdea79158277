using TokenFunctions.Storage;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Callers;

/// <summary>When each API key was last used, about: rows beside those of the callers.</summary>
public sealed class KeyUseStore(ITables tables)
{
    private const string Partition = "use";
    // No id holds it; the character after it ends the range of a caller's rows.
    private const char Between = ':';
    private const char AfterBetween = ';';
    private readonly ITable table = tables.Open(CallerStore.TableName);

    /// <summary>Notes a use.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer; so it is with every member.</exception>
    public Task MarkAsync(string callerId, string keyId, DateTimeOffset at, CancellationToken cancellationToken) =>
        table.PutAsync(new Row(Address(callerId, keyId)).Set("used_at", at), cancellationToken);

    /// <summary>When the keys of a caller, or of all callers (null), were last used, by caller and key.</summary>
    public async Task<IReadOnlyDictionary<(string Caller, string Key), DateTimeOffset>> ReadAsync(
        string? callerId, CancellationToken cancellationToken)
    {
        var uses = new Dictionary<(string Caller, string Key), DateTimeOffset>();
        await foreach (var row in table.ReadAllAsync(Query(callerId), cancellationToken))
        {
            if (row.Readable().Key.Id.Split(Between) is [var caller, var key] && row.Time("used_at") is { } at)
                uses[(caller, key)] = at;
        }

        return uses;
    }

    /// <summary>Removes what is known of keys that are gone.</summary>
    /// <param name="callerId">Whose keys.</param>
    /// <param name="isGone">Which of them, by their ids.</param>
    /// <param name="cancellationToken">Ends the removal.</param>
    public async Task RemoveAsync(string callerId, Predicate<string> isGone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(isGone);
        await foreach (var row in table.ReadAllAsync(Query(callerId), cancellationToken))
        {
            if (isGone(row.Key.Id[(callerId.Length + 1)..]))
                await table.DeleteAsync(row.Key, row.ETag!, cancellationToken);
        }
    }

    private static RowKey Address(string callerId, string keyId) => new(Partition, callerId + Between + keyId);

    private static RowQuery Query(string? callerId) => new()
    {
        Partition = Partition,
        From = callerId is null ? null : callerId + Between,
        Before = callerId is null ? null : callerId + AfterBetween,
    };
}
