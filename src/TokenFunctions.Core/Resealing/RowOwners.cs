using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Resealing;

/// <summary>Whose values lie in a row. The rows of the vault do not say so themselves: for them the secrets are read,
/// once in a turn and only when one is asked for.</summary>
internal sealed class RowOwners(ITables tables, ResealTurn turn)
{
    private readonly ITable secrets = tables.Open(SecretStore.TableName);
    private Dictionary<string, TokenKey>? byVaultName;

    /// <summary>The same row with whose its broken values are, for one who is to mend them.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="address">The row.</param>
    /// <param name="row">What sealing it again came to.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<RowCounts> NameAsync(
        string table, RowKey address, RowCounts row, CancellationToken cancellationToken)
    {
        if (await FindAsync(table, address, cancellationToken) is not { } owner) return row;
        return row with
        {
            Broken = [.. row.Broken.Select(value => value with { Realm = owner.Realm, Key = owner.Key })],
        };
    }

    // Null = nothing names it any more.
    private async Task<TokenKey?> FindAsync(string table, RowKey address, CancellationToken cancellationToken) =>
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
        {
            if (SecretRow.Read(row) is { VaultName: { } name } secret) read[name] = secret.Key;
            await turn.KeepAsync(cancellationToken);
        }

        return read;
    }
}
