using System.Globalization;
using System.Text.Json;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>The tokens, in the table <c>tokens</c>; their values are sealed.</summary>
public sealed class TokenStore(ITables tables, Sealer sealer)
{
    /// <summary>The table's name.</summary>
    internal const string TableName = "tokens";

    /// <summary>The sealed cells.</summary>
    internal static readonly IReadOnlyList<SealedCell> Cells =
    [
        new(TableName, TokenRow.Value, row => Place(row.Key, row.Number(TokenRow.Generation) ?? 0)),
        new(TableName, TokenRow.State, row => StatePlace(row.Key, row.Number(TokenRow.StateNumber) ?? 0)),
    ];

    private readonly ITable table = tables.Open(TableName);

    /// <summary>Reads a token's state; a state without an ETag = there is no row.</summary>
    public Task<TokenState> GetAsync(TokenKey key, CancellationToken cancellationToken) =>
        ReadAsync(key, null, cancellationToken).AsTask();

    /// <summary>A page of all tokens' states, in the order of the store.</summary>
    /// <param name="size">The most states of the page, 1 to 1000.</param>
    /// <param name="continuation">The last page's continuation; null = the first page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<(IReadOnlyList<TokenState> States, string? Continuation)> PageAsync(
        int size, string? continuation, CancellationToken cancellationToken)
    {
        var page = await table.QueryAsync(new RowQuery { PageSize = size }, continuation, cancellationToken);
        return ([.. page.Rows.Select(TokenRow.Read)], page.Continuation);
    }

    /// <summary>The states of a range of partitions; what somebody else put there is passed over.</summary>
    internal IAsyncEnumerable<TokenState> ReadRangeAsync(RowQuery range, CancellationToken cancellationToken) =>
        table.ReadAllAsync(range, cancellationToken).Where(row => TokenRow.IsAddress(row.Key)).Select(TokenRow.Read);

    /// <summary>Writes the state in place of the one it was made from.</summary>
    /// <returns>The state with its new version; null = the row was changed, made or removed meanwhile.</returns>
    public async Task<TokenState?> TrySaveAsync(TokenState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        var row = TokenRow.Write(state);
        var result = state.ETag is null
            ? await table.InsertAsync(row, cancellationToken)
            : await table.ReplaceAsync(row, state.ETag, cancellationToken);
        return result.Written ? state with { ETag = result.ETag } : null;
    }

    /// <summary>Removes the row as it was read. False = it was changed or removed meanwhile.</summary>
    public async Task<bool> RemoveAsync(TokenState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        var outcome = await table.DeleteAsync(TokenRow.Address(state.Key), state.ETag!, cancellationToken);
        return outcome == WriteOutcome.Written;
    }

    /// <summary>Seals a value for <paramref name="generation"/> of the token.</summary>
    public ValueTask<byte[]> SealAsync(
        TokenKey key, long generation, SecretText value, IReadOnlyDictionary<string, JsonElement> extra,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(extra);
        return sealer.SealAsync(SealedValues.Write(value, extra), Place(key, generation), cancellationToken);
    }

    /// <summary>Opens the value of a state that has one.</summary>
    /// <exception cref="SealBrokenException">The value was changed or moved, or its key is unknown.</exception>
    public async ValueTask<Token> OpenAsync(TokenState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        var plain = await sealer.OpenAsync(state.SealedValue!, Place(state.Key, state.Generation), cancellationToken);
        var (value, extra) = SealedValues.ReadToken(plain);
        return new Token
        {
            Key = state.Key,
            Value = value,
            Extra = extra,
            Type = state.Type,
            IssuedAt = state.IssuedAt,
            ExpiresAt = state.ExpiresAt,
            Generation = state.Generation,
        };
    }

    /// <summary>Seals the provider's state under its number.</summary>
    public ValueTask<byte[]> SealStateAsync(
        TokenKey key, long number, IReadOnlyDictionary<string, KeptValue> state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        return sealer.SealAsync(SealedValues.Write(state), StatePlace(key, number), cancellationToken);
    }

    /// <summary>Opens the provider's state; empty when none was kept yet.</summary>
    /// <exception cref="SealBrokenException">The state was changed or moved, or its key is unknown.</exception>
    public async ValueTask<IReadOnlyDictionary<string, KeptValue>> OpenStateAsync(
        TokenState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.SealedState is not { } box) return new Dictionary<string, KeptValue>(StringComparer.Ordinal);
        var place = StatePlace(state.Key, state.StateNumber);
        return SealedValues.ReadState(await sealer.OpenAsync(box, place, cancellationToken));
    }

    /// <summary>Reads a token's state likewise. Where the row is the one that was read before, its cells are not looked
    /// at again.</summary>
    /// <param name="key">Whose state.</param>
    /// <param name="known">The whole state that was read before; null = none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async ValueTask<TokenState> ReadAsync(
        TokenKey key, TokenState? known, CancellationToken cancellationToken)
    {
        var row = await table.GetAsync(TokenRow.Address(key), cancellationToken);
        if (row is null) return new TokenState(key);
        // No version of a row is ever used twice.
        return known is not null && string.Equals(row.ETag, known.ETag, StringComparison.Ordinal)
            ? known
            : TokenRow.Read(row);
    }

    private static string Place(TokenKey key, long generation) => Place(TokenRow.Address(key), generation);

    private static string Place(RowKey address, long generation) =>
        string.Create(CultureInfo.InvariantCulture, $"tokens|{address.Partition}|{address.Id}|{generation}");

    private static string StatePlace(TokenKey key, long number) => StatePlace(TokenRow.Address(key), number);

    private static string StatePlace(RowKey address, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"state|{address.Partition}|{address.Id}|{number}");
}
