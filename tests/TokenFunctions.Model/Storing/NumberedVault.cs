using System.Globalization;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Model.Storing;

/// <summary>A vault in a table, as the service's own, but with versions that are no random texts: they are removed in their
/// order, and so a seed has one course.</summary>
internal sealed class NumberedVault(ITable table, World world) : IVault
{
    public bool IsInStore => true;

    public async Task<string> WriteAsync(string name, string document, CancellationToken cancellationToken)
    {
        var version = world.NextNumber().ToString("D6", CultureInfo.InvariantCulture);
        await table.UpsertAsync(new Row(new RowKey(name, version)).Set("document", document), cancellationToken);
        return version;
    }

    public async Task<string?> ReadAsync(string name, string version, CancellationToken cancellationToken) =>
        (await table.GetAsync(new RowKey(name, version), cancellationToken))?.Text("document");

    public async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        await foreach (var row in table.ReadAllAsync(new RowQuery { Partition = name }, cancellationToken))
            await table.DeleteAsync(row.Key, row.ETag!, cancellationToken);
    }

    public bool CanFollow(Uri address) => false;

    public Task<VaultValue?> FollowAsync(Uri address, CancellationToken cancellationToken) =>
        throw new VaultUnavailableException();
}
