using Azure.Core;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using TokenFunctions.AzureStorage;
using TokenFunctions.Composition;
using TokenFunctions.Host.Settings;
using TokenFunctions.Sqlite;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Host.Composition;

/// <summary>Where rows, values of secrets and the sealing key lie.</summary>
internal static class StoreComposition
{
    public static IServiceCollection AddStores(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<StoreClock>();
        // One identity for the whole process; it is asked only where storage or vault need one.
        services.AddSingleton<TokenCredential>(_ => new LateCredential(() => new DefaultAzureCredential()));
        services.AddSingleton(s => Tables(s, settings.Storage));
        if (settings.VaultUri is { } vault) services.AddKeyVault(vault);
        else services.AddTableVault();
        services.AddSealing(settings);
        return services;
    }

    private static ITables Tables(IServiceProvider services, StorageSetting storage) => storage.Kind switch
    {
        StorageKind.Memory => new MemoryTables(),
        StorageKind.Sqlite => new SqliteTables(storage.File!),
        _ => new AzureTables(
            new AzureTablesOptions
            {
                Address = storage.Address!,
                Credential = storage.Address!.NeedsCredential ? services.GetRequiredService<TokenCredential>() : null,
            },
            services.GetRequiredService<StoreClock>()),
    };

    private static void AddKeyVault(this IServiceCollection services, Uri vault)
    {
        services.AddSingleton(s => Open(s, vault));
        services.AddSingleton<IVault>(s => new KeyVault(s.GetRequiredService<SecretClient>(), other => Open(s, other)));
    }

    // Only what stands in for a vault on this machine, an emulator, may ask for a token
    // without being in Azure's domains.
    private static SecretClient Open(IServiceProvider services, Uri vault) =>
        VaultClients.Create(vault, services.GetRequiredService<TokenCredential>(), trustAnyChallenge: vault.IsLoopback);
}
