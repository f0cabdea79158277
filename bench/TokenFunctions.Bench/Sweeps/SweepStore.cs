using TokenFunctions.AzureStorage;
using TokenFunctions.Sqlite;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Bench.Sweeps;

/// <summary>A store for one measurement, and what has to be ended after it.</summary>
internal sealed class SweepStore : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly AzuriteServer azurite = new();

    private SweepStore(ITables tables) => Tables = tables;

    private SweepStore() => Tables = new SqliteTables(Path.Combine(folder.Path, "bench.db"));

    public ITables Tables { get; private set; }

    /// <summary>Opens an empty store.</summary>
    /// <param name="kind"><c>sqlite</c>, <c>azurite</c> or <c>memory</c>.</param>
    public static async Task<SweepStore> OpenAsync(string kind)
    {
        if (kind == "sqlite") return new SweepStore();
        var store = new SweepStore(new MemoryTables());
        if (kind == "azurite") await store.StartAzuriteAsync();
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        (Tables as IDisposable)?.Dispose();
        await azurite.DisposeAsync();
        folder.Dispose();
    }

    private async Task StartAzuriteAsync()
    {
        await azurite.StartAsync();
        if (!StorageAddress.TryParse(azurite.ConnectionString, out var address, out var error))
            throw new InvalidOperationException(error);
        // The emulator answers slowly while thousands of rows are written; what is counted here is not its speed.
        var options = new AzureTablesOptions
        {
            Address = address,
            TryTimeout = TimeSpan.FromSeconds(30),
            TotalTimeout = TimeSpan.FromMinutes(2),
        };
        Tables = new AzureTables(options, new StoreClock(TimeProvider.System));
    }
}
