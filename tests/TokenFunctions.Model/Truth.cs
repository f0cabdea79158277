using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Model;

/// <summary>What is in the store now: read at once, by nobody's step.</summary>
public sealed class Truth(MemoryTables store)
{
    private readonly TokenStore tokens = new(store, new Sealer(World.SealingKeys));

    /// <summary>A token's row.</summary>
    public TokenState Row(TokenKey key) => tokens.GetAsync(key, CancellationToken.None).Result;

    /// <summary>The value in a row that has one.</summary>
    public string Value(TokenState row) => tokens.OpenAsync(row, CancellationToken.None).AsTask().Result.Value.Reveal();

    /// <summary>The refresh token in a row; null = it has none.</summary>
    public string? Refresh(TokenState row) => tokens.OpenStateAsync(row, CancellationToken.None).AsTask().Result
        .GetValueOrDefault("refresh_token")?.Value.Reveal();

    /// <summary>The version of a secret; null = there is none.</summary>
    public long? SecretVersion(TokenKey key) => Version("secrets", new RowKey(key.Realm, key.Key));

    /// <summary>The version of the realm.</summary>
    public long? RealmVersion() => Version("realms", new RowKey("realm", World.Realm));

    private long? Version(string table, RowKey key) =>
        store.Open(table).GetAsync(key, CancellationToken.None).Result?.Number("version");
}
