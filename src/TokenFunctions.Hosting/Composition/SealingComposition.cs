using Azure.Security.KeyVault.Secrets;
using TokenFunctions.AzureStorage;
using TokenFunctions.Composition;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Resealing;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Watching;

namespace TokenFunctions.Hosting.Composition;

/// <summary>The keys of values at rest, and what seals with them.</summary>
internal static class SealingComposition
{
    public static IServiceCollection AddSealing(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddKeys(settings);
        services.AddSealer();
        services.AddSingleton<ResealStore>();
        services.AddSingleton<ResealRound>();
        services.AddSingleton<Resealer>();
        return services;
    }

    private static void AddKeys(this IServiceCollection services, ServiceSettings settings)
    {
        if (settings is { SealingKey: null, VaultUri: not null })
        {
            services.AddSingleton(s => new KeyVaultSealingKeys(
                s.GetRequiredService<SecretClient>(), s.GetRequiredService<TimeProvider>(),
                s.GetRequiredService<VaultWatch>()));
            services.AddSingleton<ISealingKeys>(
                s => new SealingKeyRing(s.GetRequiredService<KeyVaultSealingKeys>(), settings.OlderSealingKeys));
            return;
        }

        IReadOnlyList<SealingKey> keys = settings.SealingKey is { } key ? [key] : LocalKeys(settings.Storage);
        IReadOnlyList<SealingKey> all = [.. keys, .. settings.OlderSealingKeys];
        if (KeyDoubles.Find(all, hasActive: true, "TokenFunctions__OlderSealingKeys") is { } doubles)
            throw new SettingsException([doubles]);
        services.AddSingleton<ISealingKeys>(new SealingKeyRing(new FixedSealingKeys(all[0]), [.. all.Skip(1)]));
    }

    private static string FolderOf(string file) => Path.GetDirectoryName(Path.GetFullPath(file))!;

    // What lives in memory needs a key for as long; what lies on this machine has its keys beside it.
    private static IReadOnlyList<SealingKey> LocalKeys(StorageSetting storage) => storage.Kind switch
    {
        StorageKind.Memory => [new SealingKey("memory", SealingKey.NewBytes())],
        StorageKind.Sqlite => KeyFile.ReadOrMake(Path.Combine(FolderOf(storage.File!), KeyFile.Name)),
        _ => KeyFile.ReadOrMake(Path.Combine("data", KeyFile.Name)),
    };
}
