using TokenFunctions.Hosting.Settings;
using TokenFunctions.Sqlite;

namespace TokenFunctions.Host.Backups;

/// <summary>Copies the database and its sealing key into a folder while the service runs.</summary>
/// <param name="settings">The service's.</param>
/// <param name="output">Where it is told what was written; never a key.</param>
/// <param name="error">Where it is told what is wrong.</param>
internal sealed class BackupRun(ServiceSettings settings, TextWriter output, TextWriter error)
{
    private readonly BackupKeys keys = new(settings);

    /// <summary>Makes the backup. Nothing that is there is overwritten, and a folder with a database in it is a whole
    /// backup.</summary>
    /// <returns>Whether it was made and every value in it can be opened.</returns>
    /// <exception cref="SettingsException">The service has no database file, or its key file is unusable.</exception>
    /// <exception cref="Storage.StoreUnavailableException">The database cannot be read, or the copy not be
    /// written.</exception>
    public async Task<bool> RunAsync(string folder)
    {
        var (own, copy) = (DataFiles.Of(settings.Storage), DataFiles.In(folder));
        if (Obstacle(own, copy) is { } obstacle)
        {
            await error.WriteLineAsync($"{obstacle} Nothing was written.");
            return false;
        }

        copy.Draft.Remove();
        try
        {
            return await WriteAsync(own, copy);
        }
        finally
        {
            copy.Draft.Remove();
        }
    }

    private string? Obstacle(DataFiles own, DataFiles copy)
    {
        if (!File.Exists(own.Database)) return $"There is no database {own.Database}.";
        if (keys.AreInFile && !File.Exists(own.Key)) return $"The sealing key's file {own.Key} is missing.";
        return File.Exists(copy.Database) || File.Exists(copy.Key)
            ? $"There is a backup in {Path.GetDirectoryName(copy.Database)} already; name another folder."
            : null;
    }

    // The database comes last and at once, so that a backup that was cut off does not look like one.
    private async Task<bool> WriteAsync(DataFiles own, DataFiles copy)
    {
        SqliteCopy.Write(own.Database, copy.Draft.Database);
        if (keys.AreInFile) OwnerFile.Write(copy.Draft.Key, await File.ReadAllTextAsync(own.Key));
        var isWhole = await CheckAsync(copy.Draft);
        SqliteCopy.Settle(copy.Draft.Database);
        var rows = SqliteCopy.CountRows(copy.Draft.Database);
        if (keys.AreInFile) File.Move(copy.Draft.Key, copy.Key, overwrite: false);
        File.Move(copy.Draft.Database, copy.Database, overwrite: false);
        await output.WriteLineAsync(FormattableString.Invariant($"Wrote {copy.Database} with {rows} rows."));
        await output.WriteLineAsync(keys.AreInFile
            ? $"Wrote {copy.Key}. Who has both files has every secret and token: guard them, or keep the key apart."
            : keys.Elsewhere);
        return isWhole;
    }

    private async Task<bool> CheckAsync(DataFiles draft)
    {
        if (!keys.AreHere) return true;
        var found = await keys.CheckAsync(draft);
        if (found.Changed > 0)
            await error.WriteLineAsync(FormattableString.Invariant(
                $"{found.Changed} of {found.Values} sealed values were changed or moved, and no key opens them."));
        if (found.UnknownKeys.Count > 0)
            await error.WriteLineAsync(
                $"Some values lie under keys that the service does not have: {string.Join(", ", found.UnknownKeys)}.");
        return found is { Changed: 0, UnknownKeys.Count: 0 };
    }
}
