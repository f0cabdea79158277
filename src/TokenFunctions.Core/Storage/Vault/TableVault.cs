using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Storage.Vault;

/// <summary>The vault of a service without a Key Vault: documents lie sealed in a table of the store.</summary>
public sealed class TableVault(ITable table, Sealer sealer) : IVault
{
    private const string Document = "document";

    /// <summary>The table's name.</summary>
    public const string TableName = "vault";

    /// <inheritdoc/>
    public async Task<string> WriteAsync(string name, string document, CancellationToken cancellationToken)
    {
        var version = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var key = new RowKey(name, version);
        var box = await sealer.SealAsync(Encoding.UTF8.GetBytes(document), Place(key), cancellationToken);
        await table.UpsertAsync(new Row(key).Set("v", 1L).Set(Document, box), cancellationToken);
        return version;
    }

    /// <inheritdoc/>
    public async Task<string?> ReadAsync(string name, string version, CancellationToken cancellationToken)
    {
        var key = new RowKey(name, version);
        var row = await table.GetAsync(key, cancellationToken);
        return row?.Bytes(Document) is { } box
            ? Encoding.UTF8.GetString(await sealer.OpenAsync(box, Place(key), cancellationToken))
            : null;
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        await foreach (var row in table.ReadAllAsync(new RowQuery { Partition = name }, cancellationToken))
            await table.DeleteAsync(row.Key, row.ETag!, cancellationToken);
    }

    /// <inheritdoc/>
    public bool CanFollow(Uri address) => false;

    /// <inheritdoc/>
    public Task<VaultValue?> FollowAsync(Uri address, CancellationToken cancellationToken) =>
        throw new VaultUnavailableException("Secrets of a Key Vault can be followed only where TokenFunctions__VaultUri is set.");

    private static string Place(RowKey key) => $"{TableName}|{key.Partition}|{key.Id}";
}
