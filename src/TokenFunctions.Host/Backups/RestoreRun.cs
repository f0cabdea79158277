using TokenFunctions.Hosting.Composition;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Sqlite;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Host.Backups;

/// <summary>Puts a backup in the place of the service's database.</summary>
/// <param name="settings">The service's.</param>
/// <param name="output">Where it is told what was done; never a key.</param>
/// <param name="error">Where it is told what is wrong.</param>
internal sealed class RestoreRun(ServiceSettings settings, TextWriter output, TextWriter error)
{
    private readonly BackupKeys keys = new(settings);

    /// <summary>Restores the backup, if there is nothing to lose by it and its keys open it. Until then nothing in the
    /// service's place is changed.</summary>
    /// <returns>Whether it was restored.</returns>
    /// <exception cref="SettingsException">The service has no database file, or a key file is unusable.</exception>
    /// <exception cref="StoreUnavailableException">A database cannot be used.</exception>
    public async Task<bool> RunAsync(RestoreArguments arguments)
    {
        var (own, backup) = (DataFiles.Of(settings.Storage), DataFiles.In(arguments.Folder));
        own.Draft.Remove();
        try
        {
            var damaged = keys.AreInFile ? DamagedKeys.Find(own.Key) : null;
            var obstacle = Missing(backup) ?? InTheWay(own, arguments) ?? damaged?.Obstacle(arguments.Replace)
                ?? await DraftAsync(backup, own.Draft) ?? (damaged is null ? TooManyKeys(own) : null);
            if (obstacle is null)
            {
                RestorePlace.Fill(own, keys.AreInFile, damaged);
                await TellAsync(own, damaged);
                return true;
            }

            await error.WriteLineAsync($"{obstacle} Nothing was restored.");
            return false;
        }
        finally
        {
            own.Draft.Remove();
        }
    }

    private async Task TellAsync(DataFiles own, DamagedKeys? damaged)
    {
        if (damaged is not null)
            await output.WriteLineAsync($"What was in the place of the keys is set aside as {damaged.Aside}.");
        var rows = SqliteCopy.CountRows(own.Database);
        await output.WriteLineAsync(FormattableString.Invariant($"Restored {own.Database} with {rows} rows."));
    }

    private string? Missing(DataFiles backup)
    {
        if (!File.Exists(backup.Database)) return $"There is no backup {backup.Database}.";
        return keys.AreInFile && !File.Exists(backup.Key)
            ? $"The backup's sealing key {backup.Key} is missing: put it there, or set TokenFunctions__SealingKey."
            : null;
    }

    private static string? InTheWay(DataFiles own, RestoreArguments arguments)
    {
        if (!File.Exists(own.Database)) return null;
        var rows = SqliteCopy.CountRows(own.Database);
        return rows > 0 && !arguments.Replace
            ? FormattableString.Invariant($"{own.Database} holds {rows} rows; --replace puts the backup in its place.")
            : null;
    }

    private string? TooManyKeys(DataFiles own)
    {
        if (!keys.AreInFile || !File.Exists(own.Key)) return null;
        var count = KeyFile.ReadOrMake(own.Draft.Key).Concat(KeyFile.ReadOrMake(own.Key))
            .Select(key => key.Id).Distinct(StringComparer.Ordinal).Count();
        return count > SealingKeyFile.MostOlder + 1
            ? FormattableString.Invariant(
                $"{own.Key} would hold {count} keys with those of the backup,")
                + FormattableString.Invariant($" and may hold {SealingKeyFile.MostOlder + 1}:")
                + " take away those that no database in its folder needs."
            : null;
    }

    private async Task<string?> DraftAsync(DataFiles backup, DataFiles draft)
    {
        SqliteCopy.Write(backup.Database, draft.Database);
        if (keys.AreInFile) OwnerFile.Write(draft.Key, await File.ReadAllTextAsync(backup.Key));
        if (!keys.AreHere) return null;
        var found = await keys.CheckAsync(draft);
        SqliteCopy.Settle(draft.Database);
        return found.UnknownKeys.Count == 0
            ? null
            : $"The backup's values lie under the sealing keys {string.Join(", ", found.UnknownKeys)}, which are not in"
                + $" {(keys.AreInFile ? backup.Key : "the settings")}: find the key that belongs to this backup.";
    }
}
