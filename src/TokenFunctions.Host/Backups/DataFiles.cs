using TokenFunctions.Hosting.Settings;
using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Host.Backups;

/// <summary>A database with its file of sealing keys beside it.</summary>
/// <param name="Database">The database's file, as a full path.</param>
/// <param name="Key">The file of sealing keys, as a full path; it need not be there.</param>
internal sealed record DataFiles(string Database, string Key)
{
    private const string DatabaseName = "tokenfunctions.db";

    /// <summary>Those of the service.</summary>
    /// <exception cref="SettingsException">It keeps its data elsewhere.</exception>
    public static DataFiles Of(StorageSetting storage)
    {
        if (storage is not { Kind: StorageKind.Sqlite, File: { } file })
            throw new SettingsException(
                ["backup and restore are for a database file; docs/upgrade.md tells what there is for Table Storage"]);
        var path = Path.GetFullPath(file);
        return new DataFiles(path, Path.Combine(Path.GetDirectoryName(path)!, SealingKeyFile.Name));
    }

    /// <summary>Those of a backup.</summary>
    public static DataFiles In(string folder)
    {
        var path = Path.GetFullPath(folder);
        return new DataFiles(Path.Combine(path, DatabaseName), Path.Combine(path, SealingKeyFile.Name));
    }

    /// <summary>Where they lie until they are whole.</summary>
    public DataFiles Draft => new($"{Database}.draft", $"{Key}.draft");

    /// <summary>Removes both, as far as they are there.</summary>
    public void Remove()
    {
        foreach (var file in new[] { Database, $"{Database}-wal", $"{Database}-shm", $"{Database}-journal", Key })
            if (File.Exists(file)) File.Delete(file);
    }
}
