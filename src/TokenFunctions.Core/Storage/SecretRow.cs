using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>A secret's row: never a value.</summary>
internal static class SecretRow
{
    public static RowKey Address(TokenKey key) => new(key.Realm, key.Key);

    public static Row Write(Secret secret) => new Row(Address(secret.Key))
        .Set("version", secret.Version)
        .Set("identity_version", secret.IdentityVersion)
        .Set("vault_name", secret.VaultName)
        .Set("vault_version", secret.VaultVersion)
        .Set("fields", string.Join('\n', secret.FieldNames))
        .Set("vault_secret", secret.VaultSecret?.AbsoluteUri)
        .Set("keep_warm", secret.KeepWarm)
        .Set("expires_at", secret.ExpiresAt)
        .Set("expiry_told_of", secret.ExpiryNotice.Of)
        .Set("expiry_not_before", secret.ExpiryNotice.NotBefore)
        .Set("expiry_tries", secret.ExpiryNotice.Tries == 0 ? null : (long?)secret.ExpiryNotice.Tries)
        .Set("expiry_logged", secret.ExpiryLogged)
        .Set("leaving", secret.Leaving)
        .Set("created_at", secret.CreatedAt)
        .Set("updated_at", secret.UpdatedAt)
        .Stamp(secret.Newer);

    public static Secret Read(Row row)
    {
        var secret = ReadKnown(row.Readable());
        return NewerCells.In(row, () => Write(secret)) is { } newer ? secret with { Newer = newer } : secret;
    }

    private static TokenKey KeyAt(RowKey address) => new(address.Partition, address.Id);

    private static Secret ReadKnown(Row row) => new(KeyAt(row.Key), row.Number("version") ?? 0)
    {
        IdentityVersion = row.Number("identity_version") ?? 0,
        VaultName = row.Text("vault_name"),
        VaultVersion = row.Text("vault_version"),
        FieldNames = row.Text("fields") is { Length: > 0 } names ? names.Split('\n') : [],
        VaultSecret = row.Text("vault_secret") is { } address ? new Uri(address) : null,
        KeepWarm = row.Flag("keep_warm") ?? false,
        ExpiresAt = row.Time("expires_at"),
        ExpiryNotice = new()
        {
            Of = row.Time("expiry_told_of"),
            NotBefore = row.Time("expiry_not_before"),
            Tries = (int)(row.Number("expiry_tries") ?? 0),
        },
        ExpiryLogged = row.Time("expiry_logged"),
        Leaving = row.Number("leaving"),
        CreatedAt = row.Time("created_at") ?? default,
        UpdatedAt = row.Time("updated_at") ?? default,
        ETag = row.ETag,
    };
}
