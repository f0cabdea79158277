using TokenFunctions.Hosting.Composition;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Resealing;
using TokenFunctions.Sqlite;
using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Host.Backups;

/// <summary>The sealing keys that a database would have, and what they open of it.</summary>
/// <param name="settings">The service's; a key there counts instead of the file.</param>
internal sealed class BackupKeys(ServiceSettings settings)
{
    /// <summary>Whether the keys lie in a file beside the database, and so belong to a backup.</summary>
    public bool AreInFile => settings is { Core: null, SealingKey: null, VaultUri: null };

    /// <summary>Whether there are keys here to open values with: those in a key vault only the service reads, and a
    /// front seals nothing.</summary>
    public bool AreHere => settings.Core is null && (AreInFile || settings.SealingKey is not null);

    /// <summary>What is to be known of keys that are not in the file.</summary>
    public string Elsewhere => settings.Core is null
        ? "The sealing key is set elsewhere and is not part of this backup: keep a copy of it."
        : "A front seals nothing, so no sealing key is part of this backup.";

    /// <summary>Opens all sealed values of a database that nobody else has open.</summary>
    /// <param name="files">The database, and the keys as far as they are in a file.</param>
    /// <exception cref="SettingsException">The file does not hold keys.</exception>
    /// <exception cref="Storage.StoreUnavailableException">The database cannot be read.</exception>
    public async Task<SealCheckResult> CheckAsync(DataFiles files)
    {
        using var tables = new SqliteTables(files.Database);
        return await new SealCheck(tables, new Sealer(KeysOf(files))).RunAsync(CancellationToken.None);
    }

    private SealingKeyRing KeysOf(DataFiles files)
    {
        IReadOnlyList<SealingKey> own = settings.SealingKey is { } key ? [key] : KeyFile.ReadOrMake(files.Key);
        var known = own.Concat(settings.OlderSealingKeys).DistinctBy(k => k.Id, StringComparer.Ordinal).ToList();
        return new SealingKeyRing(new FixedSealingKeys(known[0]), [.. known.Skip(1)]);
    }
}
