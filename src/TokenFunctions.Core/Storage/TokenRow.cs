using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>A token's state as a row: in 64 partitions a realm, so that one busy realm is spread over the store's
/// servers.</summary>
internal static class TokenRow
{
    /// <summary>What stands between a realm and a shard; no name has it.</summary>
    public const char Mark = '~';

    /// <summary>In how many partitions a realm's tokens lie.</summary>
    public const int Shards = 64;

    public const string Generation = "generation";
    public const string Value = "value";
    public const string State = "state";
    public const string StateNumber = "state_number";

    // A hash and a text a token: each answer needs the address twice.
    private static readonly FrequentValues<Known> Addresses = new(8192);

    public static RowKey Address(TokenKey key)
    {
        var hash = key.GetHashCode();
        if (Addresses.At(hash) is { } known && known.Key == key) return known.Address;
        var shard = SHA256.HashData(Encoding.UTF8.GetBytes(key.Key))[0] % Shards;
        var made = new Known(key, new RowKey(PartitionOf(key.Realm + Mark, shard), key.Key));
        Addresses.Offer(hash, made);
        return made.Address;
    }

    /// <summary>A partition of a realm's tokens, or that which would come after the last.</summary>
    /// <param name="realm">The realm and <see cref="Mark"/>.</param>
    /// <param name="shard">Its number.</param>
    public static string PartitionOf(string realm, int shard) => $"{realm}{shard:D2}";

    public static Row Write(TokenState state)
    {
        var row = new Row(Address(state.Key))
            .Set(Generation, state.Generation)
            .Set(Value, state.SealedValue)
            .Set(State, state.SealedState)
            .Set(StateNumber, state.StateNumber == 0 ? null : (long?)state.StateNumber)
            .Set("type", state.Type)
            .Set("issued_at", state.HasValue ? state.IssuedAt : null)
            .Set("expires_at", state.ExpiresAt)
            .Set("life_ms", (long?)state.Life?.TotalMilliseconds)
            .Set("due_at", state.DueAt)
            .Set("value_attempt", state.ValueAttempt)
            .Set("suspect_attempt", state.SuspectAttempt)
            .Set("realm_version", state.RealmVersion)
            .Set("secret_version", state.SecretVersion)
            .Set("identity_version", state.IdentityVersion)
            .Set("attempt", state.Attempt)
            .Set("outcome", state.Outcome.ToString())
            .Set("lease_id", state.LeaseId)
            .Set("lease_end", state.LeaseEnd)
            .Set("sent_at", state.SentAt)
            .Set("called_at", state.CalledAt)
            .Set("confirmed", state.IsConfirmed ? true : null)
            .Set("uncertain_since", state.UncertainSince)
            .Set("quota", state.Quota)
            .Set("empty_since", state.EmptySince);
        return FailureCells.Write(MemoryCells.Write(row, state), state).Stamp(state.Newer);
    }

    public static TokenState Read(Row row)
    {
        var state = ReadKnown(row.Readable());
        return NewerCells.In(row, () => Write(state)) is { } newer ? state with { Newer = newer } : state;
    }

    /// <summary>Whether a token's row can lie there; what somebody else put into the table may lie anywhere.</summary>
    public static bool IsAddress(RowKey address) => address.Partition.Contains(Mark, StringComparison.Ordinal);

    /// <summary>Whose row lies at that address.</summary>
    public static TokenKey KeyAt(RowKey address) =>
        new(address.Partition[..address.Partition.LastIndexOf(Mark)], address.Id);

    private static TokenState ReadKnown(Row row) => new(KeyAt(row.Key))
    {
        ETag = row.ETag,
        Generation = row.Number(Generation) ?? 0,
        SealedValue = row.Bytes(Value),
        SealedState = row.Bytes(State),
        StateNumber = row.Number(StateNumber) ?? 0,
        Type = row.Text("type") ?? "Bearer",
        IssuedAt = row.Time("issued_at") ?? default,
        ExpiresAt = row.Time("expires_at"),
        Life = row.Number("life_ms") is { } life ? TimeSpan.FromMilliseconds(life) : null,
        DueAt = row.Time("due_at"),
        ValueAttempt = row.Number("value_attempt") ?? 0,
        SuspectAttempt = row.Number("suspect_attempt") ?? 0,
        RealmVersion = row.Number("realm_version") ?? 0,
        SecretVersion = row.Number("secret_version") ?? 0,
        IdentityVersion = row.Number("identity_version") ?? 0,
        Attempt = row.Number("attempt") ?? 0,
        Outcome = Enum.TryParse<AttemptOutcome>(row.Text("outcome"), out var outcome) ? outcome : AttemptOutcome.None,
        LeaseId = row.Text("lease_id"),
        LeaseEnd = row.Time("lease_end"),
        SentAt = row.Time("sent_at"),
        CalledAt = row.Time("called_at"),
        IsConfirmed = row.Flag("confirmed") ?? false,
        UncertainSince = row.Time("uncertain_since"),
        Quota = row.Text("quota"),
        EmptySince = row.Time("empty_since"),
        Force = MemoryCells.ReadForce(row),
        Notice = MemoryCells.ReadNotice(row),
        NeedsPerson = row.Flag("needs_person") ?? false,
        Failure = FailureCells.Read(row),
        FailureCount = (int)(row.Number("failure_count") ?? 0),
        FailureRealmVersion = row.Number("failure_realm_version") ?? 0,
        FailureSecretVersion = row.Number("failure_secret_version") ?? 0,
    };

    private sealed record Known(TokenKey Key, RowKey Address);
}
