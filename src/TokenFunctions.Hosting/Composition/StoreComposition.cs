using Azure.Core;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using TokenFunctions.AzureStorage;
using TokenFunctions.Composition;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Health;
using TokenFunctions.Sqlite;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Storage.Watching;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Hosting.Composition;

/// <summary>Where rows and values of secrets lie.</summary>
internal static class StoreComposition
{
    public static IServiceCollection AddStores(
        this IServiceCollection services,
        ServiceSettings settings,
        Func<AzureTablesOptions, StoreClock, ITables>? openAccount = null)
    {
        var open = openAccount ?? ((options, clock) => new AzureTables(options, clock));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<StoreClock>();
        // One identity for the whole process; it is asked only where storage or vault need one.
        services.AddSingleton<TokenCredential>(_ => new LateCredential(() => new DefaultAzureCredential()));
        services.AddSingleton<FlowMetrics>();
        services.AddSingleton<StoreWatch>();
        services.AddSingleton<ITables>(
            s => new MeteredTables(
                new WatchedTables(Tables(s, settings.Storage, open), s.GetRequiredService<StoreWatch>()),
                s.GetRequiredService<FlowMetrics>()));
        services.AddSingleton(s => new AuditRetention(
            new AuditStore(s.GetRequiredService<ITables>()), settings.AuditDays));
        return services;
    }

    public static IServiceCollection AddVault(this IServiceCollection services, ServiceSettings settings)
    {
        if (settings.VaultUri is { } vault) services.AddKeyVault(vault);
        else services.AddTableVault();
        return services;
    }

    private static ITables Tables(
        IServiceProvider services,
        StorageSetting storage,
        Func<AzureTablesOptions, StoreClock, ITables> openAccount) => storage.Kind switch
        {
            StorageKind.Memory => new MemoryTables(),
            StorageKind.Sqlite => new SqliteTables(storage.File!),
            _ => openAccount(
                new AzureTablesOptions
                {
                    Address = storage.Address!,
                    Credential = storage.Address!.NeedsCredential
                        ? services.GetRequiredService<TokenCredential>()
                        : null,
                },
                services.GetRequiredService<StoreClock>()),
        };

    private static void AddKeyVault(this IServiceCollection services, Uri vault)
    {
        services.AddSingleton<VaultWatch>();
        services.AddSingleton(s => Open(s, vault));
        services.AddSingleton<IVault>(s => new MeteredVault(
            new KeyVault(
                s.GetRequiredService<SecretClient>(), other => Open(s, other), s.GetRequiredService<VaultWatch>()),
            s.GetRequiredService<FlowMetrics>()));
        services.AddSingleton(s => VaultHealth.Of(s.GetRequiredService<IVault>()));
    }

    // Only what stands in for a vault on this machine, an emulator, may ask for a token
    // without being in Azure's domains.
    private static SecretClient Open(IServiceProvider services, Uri vault) =>
        VaultClients.Create(vault, services.GetRequiredService<TokenCredential>(), trustAnyChallenge: vault.IsLoopback);
}
