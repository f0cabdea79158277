namespace TokenFunctions.Host.Backups;

/// <summary>Files that only their owner may read.</summary>
internal static class OwnerFile
{
    /// <summary>Writes a file that must not exist.</summary>
    /// <exception cref="IOException">It exists, or cannot be written.</exception>
    public static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        using var writer = new StreamWriter(stream);
        writer.Write(text);
        writer.Flush();
        stream.Flush(flushToDisk: true);
    }
}
