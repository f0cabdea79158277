using TokenFunctions.AzureStorage;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Processes.Stores;

/// <summary>Looks at the sealed values of a store beside the app.</summary>
internal static class SealedRows
{
    /// <summary>How many values lie under the key of each id.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> KeysAsync(string connectionString)
    {
        Assert.True(StorageAddress.TryParse(connectionString, out var address, out var error), error);
        var store = new AzureTables(new AzureTablesOptions { Address = address! }, new StoreClock(TimeProvider.System));
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in new[] { "tokens", "inputs", "vault" })
        {
            await foreach (var row in store.Open(name).ReadAllAsync(new RowQuery(), CancellationToken.None))
            {
                foreach (var id in row.Cells.Values.OfType<byte[]>().Select(box => Sealer.KeyIdOf(box) ?? "none"))
                    found[id] = found.GetValueOrDefault(id) + 1;
            }
        }

        return found;
    }
}
