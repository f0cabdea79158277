using System.Globalization;
using System.Text;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>The pushed values, in the table <c>inputs</c>; they are sealed.</summary>
public sealed class InputStore(ITables tables, Sealer sealer, StoreClock clock)
{
    /// <summary>The table's name.</summary>
    internal const string TableName = "inputs";

    /// <summary>The sealed cells.</summary>
    internal static readonly IReadOnlyList<SealedCell> Cells = [new(TableName, Value, Place)];

    private const string Value = "value";
    private const string ReceivedAt = "received_at";

    // No name holds it, so that one key's inputs are one range of rows.
    private const char Mark = '~';

    private readonly ITable table = tables.Open(TableName);

    /// <summary>Keeps a value in place of the last one.</summary>
    /// <returns>The value as it is kept.</returns>
    public async Task<PushedInput> SaveAsync(
        TokenKey key, string name, SecretText value, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(value);
        // The row keeps whole milliseconds, and the seal is bound to the time that is read back.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.Now.ToUnixTimeMilliseconds());
        var plain = Encoding.UTF8.GetBytes(value.Reveal());
        var row = new Row(Address(key, name))
            .Set(Value, await sealer.SealAsync(plain, Place(key, name, now), cancellationToken))
            .Set(ReceivedAt, now);
        await table.PutAsync(row, cancellationToken);
        return new PushedInput(value, now);
    }

    /// <summary>The last value; null = none was pushed.</summary>
    /// <exception cref="SealBrokenException">The value was changed or moved, or its key is unknown.</exception>
    public async Task<PushedInput?> FindAsync(TokenKey key, string name, CancellationToken cancellationToken)
    {
        if (await table.GetAsync(Address(key, name), cancellationToken) is not { } row) return null;
        var receivedAt = row.Readable().Time(ReceivedAt) ?? default;
        var place = Place(key, name, receivedAt);
        var plain = await sealer.OpenAsync(row.Bytes(Value) ?? [], place, cancellationToken);
        return new PushedInput(new SecretText(Encoding.UTF8.GetString(plain)), receivedAt);
    }

    /// <summary>Removes all values of a token.</summary>
    public async Task RemoveAsync(TokenKey key, CancellationToken cancellationToken)
    {
        var range = new RowQuery
        {
            Partition = key.Realm,
            From = $"{key.Key}{Mark}",
            Before = $"{key.Key}{(char)(Mark + 1)}",
        };
        await foreach (var row in table.ReadAllAsync(range, cancellationToken))
            await table.RemoveAsync(row, cancellationToken);
    }

    /// <summary>Whose input lies at that address, and its name.</summary>
    internal static (TokenKey Key, string Name) KeyAt(RowKey address)
    {
        var parts = address.Id.Split(Mark, 2);
        return (new TokenKey(address.Partition, parts[0]), parts.ElementAtOrDefault(1) ?? "");
    }

    private static string Place(Row row)
    {
        var (key, name) = KeyAt(row.Key);
        return Place(key, name, row.Time(ReceivedAt) ?? default);
    }

    private static RowKey Address(TokenKey key, string name) => new(key.Realm, $"{key.Key}{Mark}{name}");

    private static string Place(TokenKey key, string name, DateTimeOffset receivedAt) => string.Create(
        CultureInfo.InvariantCulture, $"inputs|{key.Realm}|{key.Key}|{name}|{receivedAt.ToUnixTimeMilliseconds()}");
}
