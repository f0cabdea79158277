namespace TokenFunctions.Sqlite;

/// <summary>Makes the folder (0700) and the file (0600) where they are missing. SQLite gives its <c>-wal</c> and
/// <c>-shm</c> files the rights of the database file.</summary>
internal static class SqliteFolder
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    // Closing any handle of a file drops all POSIX locks that the process has on it (sqlite.org/howtocorrupt.html,
    // 2.2): nobody may open the database while its maker's handle is still open.
    private static readonly Lock Making = new();

    public static void Prepare(string path)
    {
        lock (Making)
        {
            if (File.Exists(path)) return;
            MakeFolder(Path.GetDirectoryName(path)!);
            MakeFile(path);
        }
    }

    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        // The mode counts for the last folder of a path only.
        if (Path.GetDirectoryName(folder) is { } parent) MakeFolder(parent);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerFolder);
    }

    private static void MakeFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerFile;
        try
        {
            new FileStream(path, options).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was quicker, and made it with the same rights.
        }
    }
}
