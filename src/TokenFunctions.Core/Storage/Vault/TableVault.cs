using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Storage.Vault;

/// <summary>The vault of a service without a Key Vault: documents lie sealed in a table of the store.</summary>
public sealed class TableVault(ITable table, Sealer sealer, StoreClock clock) : IVault
{
    private const string Document = "document";
    private const string WrittenAt = "written_at";

    // Another instance may still know the version before the newest for as long as its memory of secrets lasts.
    private static readonly TimeSpan KeepOld = TimeSpan.FromHours(1);
    private const int KeepNewest = 4;

    /// <summary>The table's name.</summary>
    public const string TableName = "vault";

    /// <summary>The sealed cells.</summary>
    internal static readonly IReadOnlyList<SealedCell> Cells = [new(TableName, Document, row => Place(row.Key))];

    /// <inheritdoc/>
    public bool IsInStore => true;

    /// <inheritdoc/>
    public async Task<string> WriteAsync(string name, string document, CancellationToken cancellationToken)
    {
        var version = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var key = new RowKey(name, version);
        var box = await sealer.SealAsync(Encoding.UTF8.GetBytes(document), Place(key), cancellationToken);
        await RemoveOldAsync(name, cancellationToken);
        var row = new Row(key).Set(Document, box).Set(WrittenAt, clock.Now).Stamp();
        await table.UpsertAsync(row, cancellationToken);
        return version;
    }

    /// <inheritdoc/>
    public async Task<string?> ReadAsync(string name, string version, CancellationToken cancellationToken)
    {
        var key = new RowKey(name, version);
        var row = await table.GetAsync(key, cancellationToken);
        return row?.Readable().Bytes(Document) is { } box
            ? Encoding.UTF8.GetString(await sealer.OpenAsync(box, Place(key), cancellationToken))
            : null;
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        await foreach (var row in table.ReadAllAsync(new RowQuery { Partition = name }, cancellationToken))
            await table.RemoveAsync(row, cancellationToken);
    }

    /// <inheritdoc/>
    public bool CanFollow(Uri address) => false;

    /// <inheritdoc/>
    public Task<VaultValue?> FollowAsync(Uri address, CancellationToken cancellationToken) =>
        throw new VaultUnavailableException(
            "Secrets of a Key Vault can be followed only where TokenFunctions__VaultUri is set.");

    // The newest versions stay however old they are: a save that was cut off leaves the row naming an older one.
    private async Task RemoveOldAsync(string name, CancellationToken cancellationToken)
    {
        var versions = new List<Row>();
        await foreach (var row in table.ReadAllAsync(new RowQuery { Partition = name }, cancellationToken))
            if (RowFormat.IsReadable(row)) versions.Add(row);
        var older = versions.OrderByDescending(r => r.Time(WrittenAt)).Skip(KeepNewest);
        foreach (var row in older.Where(r => r.Time(WrittenAt) < clock.Now - KeepOld))
            await table.RemoveAsync(row, cancellationToken);
    }

    private static string Place(RowKey key) => $"{TableName}|{key.Partition}|{key.Id}";
}
