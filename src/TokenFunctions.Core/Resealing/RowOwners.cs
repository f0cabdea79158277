using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Resealing;

/// <summary>Whose value lies in a row. The rows of the vault do not say so themselves.</summary>
internal sealed class RowOwners(ITables tables)
{
    private readonly ITable secrets = tables.Open(SecretStore.TableName);
    private Dictionary<string, TokenKey>? byVaultName;

    /// <summary>Whose it is; null = nothing names it any more.</summary>
    public async Task<TokenKey?> FindAsync(string table, RowKey address, CancellationToken cancellationToken) =>
        table switch
        {
            TokenStore.TableName when TokenRow.IsAddress(address) => TokenRow.KeyAt(address),
            InputStore.TableName => InputStore.KeyAt(address).Key,
            TableVault.TableName => await FindAsync(address.Partition, cancellationToken),
            _ => null,
        };

    private async Task<TokenKey?> FindAsync(string vaultName, CancellationToken cancellationToken)
    {
        byVaultName ??= await ReadAsync(cancellationToken);
        return byVaultName.TryGetValue(vaultName, out var key) ? key : null;
    }

    private async Task<Dictionary<string, TokenKey>> ReadAsync(CancellationToken cancellationToken)
    {
        var read = new Dictionary<string, TokenKey>(StringComparer.Ordinal);
        await foreach (var row in secrets.ReadAllAsync(new RowQuery(), cancellationToken))
            if (SecretRow.Read(row) is { VaultName: { } name } secret) read[name] = secret.Key;
        return read;
    }
}
