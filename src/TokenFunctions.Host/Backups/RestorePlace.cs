using TokenFunctions.Sqlite;
using TokenFunctions.Storage;

namespace TokenFunctions.Host.Backups;

/// <summary>Puts drafts that are whole in the place of a database and its keys. Whenever it is cut off, the database
/// that is there finds its keys in the file beside it.</summary>
internal static class RestorePlace
{
    /// <summary>Moves the drafts to where the service looks for them. The keys that are there stay below those of the
    /// backup: other databases of the folder may lie under them.</summary>
    /// <param name="own">The service's files.</param>
    /// <param name="withKey">Whether the keys are in a file.</param>
    /// <param name="damaged">What is in the place of that file, to be set aside; null = keys, or nothing.</param>
    /// <exception cref="StoreUnavailableException">Some process has the database open; nothing was changed.</exception>
    public static void Fill(DataFiles own, bool withKey, DamagedKeys? damaged)
    {
        // What a process that was killed has left beside the old file would be taken for a part of the new one.
        if (File.Exists(own.Database)) SqliteCopy.Settle(own.Database);
        damaged?.SetAside();
        if (withKey) PutKeys(own, File.ReadAllText(own.Draft.Key));
        File.Move(own.Draft.Database, own.Database, overwrite: true);
    }

    private static void PutKeys(DataFiles own, string keys)
    {
        var text = File.Exists(own.Key) ? Both(keys, File.ReadAllText(own.Key)) : keys;
        File.Delete(own.Draft.Key);
        OwnerFile.Write(own.Draft.Key, text);
        File.Move(own.Draft.Key, own.Key, overwrite: true);
    }

    private static string Both(string active, string further) =>
        string.Join('\n', Lines(active).Union(Lines(further), StringComparer.Ordinal)) + "\n";

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
